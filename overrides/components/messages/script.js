(function () {
  document.querySelectorAll(".messages__one").forEach(function (one) {
    var text = one.querySelector(".messages__text").textContent, copy = one.querySelector("[data-copy]"), share = one.querySelector("[data-share]");
    copy.hidden = !navigator.clipboard;
    copy.addEventListener("click", function () { navigator.clipboard.writeText(text).then(function () { copy.firstChild.textContent = copy.dataset.done; }); });
    share.hidden = !navigator.share;
    share.addEventListener("click", function () { navigator.share({ text: text }).catch(function () {}); });
  });
})();
