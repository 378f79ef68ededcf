// What is chosen and written stays in this page: it is not kept, and not sent before somebody presses a key that says so.
(function () {
  var box = document.querySelector("[data-appeal]");
  if (!box) return;
  var office = box.querySelector(".campaign-letter__column"), own = box.querySelector("[data-own-words]"), said = box.querySelector("[data-own]");
  var choices = box.querySelectorAll("[data-choose]"), links = box.querySelectorAll("[data-link]"), long = box.querySelector(".campaign-letter__long");
  var copy = box.querySelector("[data-copy]"), name = copy.textContent;
  function letter() {
    var pieces = [];
    Array.prototype.forEach.call(office.children, function (piece) {
      if (piece.hidden || /__(name|subject)$/.test(piece.className)) return;
      var items = piece.querySelectorAll("li");
      pieces.push(items.length ? Array.prototype.map.call(items, function (item, index) { return index + 1 + ". " + item.textContent.trim(); }).join("\n") : piece.textContent.trim());
    });
    return pieces.join("\n\n");
  }
  function fill() {
    copy.firstChild.textContent = name;
    choices.forEach(function (choice) {
      box.querySelectorAll('[data-choice="' + choice.dataset.choose + '"]').forEach(function (piece) { piece.hidden = !choice.checked; });
    });
    said.textContent = own.value.trim();
    said.hidden = !said.textContent;
    var body = encodeURIComponent(letter().replace(/\n/g, "\r\n")), fits = true;
    links.forEach(function (link) {
      var whole = link.dataset.link + body, room = whole.length <= +box.dataset.most;
      fits = fits && room;
      link.href = room ? whole : link.dataset.link.replace("&body=", "");
    });
    long.hidden = fits;
  }
  function clear() {
    own.value = "";
    choices.forEach(function (choice, index) { choice.checked = !index; });
    fill();
  }
  box.addEventListener("input", fill);
  box.querySelector("[data-print]").addEventListener("click", function () { print(); });
  box.querySelector("[data-again]").addEventListener("click", clear);
  copy.addEventListener("click", function () { navigator.clipboard.writeText(letter()).then(function () { copy.firstChild.textContent = copy.dataset.done; }); });
  window.addEventListener("pagehide", clear);
  window.addEventListener("pageshow", clear);
  box.querySelectorAll("[hidden].key, .campaign-letter__form").forEach(function (one) { one.hidden = false; });
  copy.hidden = !navigator.clipboard;
  clear();
})();
