// What is filled in stays in this page: it is not kept, and not sent before somebody presses a key that says so.
(function () {
  var box = document.querySelector("[data-letter]");
  if (!box) return;
  var most = 1800, ways = box.querySelector(".letter__ways"), long = box.querySelector(".letter__long"), copy = box.querySelector("[data-copy]");
  var blanks = box.querySelectorAll("[data-blank]"), inputs = box.querySelectorAll("[data-fill]"), links = box.querySelectorAll("[data-link]");
  var name = copy.firstChild.textContent, labels = Array.prototype.map.call(blanks, function (blank) { return blank.firstChild; });
  function said(input) {
    var value = input.value.trim(), currency = input.dataset.kind === "money" ? box.dataset.currency : "";
    if (input.type === "date") return value.split("-").reverse().join("/");
    return value && value.indexOf(currency) !== 0 ? currency + value : value;
  }
  function letter() {
    return Array.prototype.map.call(box.querySelector(".letter__column").querySelectorAll(".letter__paragraph"), function (paragraph) {
      var bare = paragraph.cloneNode(true);
      bare.querySelectorAll(".letter__label").forEach(function (label) { label.textContent = "________"; });
      return bare.textContent.trim();
    }).join("\n\n");
  }
  function fill() {
    var values = {};
    copy.firstChild.textContent = name;
    inputs.forEach(function (input) { values[input.dataset.fill] = said(input); });
    blanks.forEach(function (blank, index) {
      var value = values[blank.dataset.blank];
      blank.textContent = value;
      blank.classList.toggle("letter__blank--filled", !!value);
      if (!value) blank.appendChild(labels[index]);
    });
    var text = encodeURIComponent(letter()), fits = text.length <= most;
    links.forEach(function (link) {
      link.hidden = !fits;
      if (fits) link.href = link.dataset.link + text;
    });
    long.hidden = fits;
  }
  function clear() {
    inputs.forEach(function (input) { input.value = ""; });
    fill();
  }
  box.addEventListener("input", fill);
  box.querySelector("[data-print]").addEventListener("click", function () { print(); });
  box.querySelector("[data-again]").addEventListener("click", clear);
  copy.hidden = !navigator.clipboard;
  copy.addEventListener("click", function () { navigator.clipboard.writeText(letter()).then(function () { copy.firstChild.textContent = copy.dataset.done; }); });
  window.addEventListener("pagehide", clear);
  window.addEventListener("pageshow", clear);
  box.querySelector(".letter__form").hidden = ways.hidden = false;
  fill();
})();
