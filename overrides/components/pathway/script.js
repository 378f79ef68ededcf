// Answers live in these variables and nowhere else: not in the address, the history, or anything that is kept.
(function () {
  var box = document.querySelector("[data-steps]");
  if (!box) return;
  var steps = box.querySelectorAll(".pathway__step"), inputs = box.querySelectorAll(".pathway__input");
  var back = box.querySelector("[data-back]"), again = box.querySelector("[data-again]"), been = [], now = 1;
  // The noughts of Arabic, Urdu, Devanagari, Bengali, Tamil, Thai, Burmese and Khmer digits
  var noughts = [0x660, 0x6f0, 0x966, 0x9e6, 0xbe6, 0xe50, 0x1040, 0x17e0];
  function show(number, quiet) {
    now = number;
    steps.forEach(function (step) { step.hidden = step.id !== "step-" + number; });
    inputs.forEach(function (input) { input.value = ""; input.removeAttribute("aria-invalid"); });
    back.hidden = again.hidden = !been.length;
    if (quiet) return;
    var ask = steps[number - 1].querySelector(".pathway__ask");
    ask.focus({ preventScroll: true });
    ask.scrollIntoView();
  }
  function go(link) { been.push(now); show(+link.hash.slice(6)); }
  function first() { been = []; show(1); }
  function days(text) { return Math.round((new Date().setHours(12, 0, 0, 0) - new Date(text + "T12:00")) / 864e5); }
  // Reads 1,700 and 1.700 and 1 700 as one thousand seven hundred: three digits after a sign are thousands.
  function sen(text) {
    var latin = text.replace(/[^\0-\x7f]/g, function (sign) {
      var code = sign.charCodeAt(0), nought = noughts.find(function (one) { return code >= one && code < one + 10; });
      return nought ? code - nought : "";
    });
    var read = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(latin.replace(/rm|\s/gi, ""));
    return read ? read[1].replace(/\D/g, "") * 100 + +((read[2] || "") + "00").slice(0, 2) : NaN;
  }
  function hold(input) {
    var limit = +input.dataset.limit, dated = input.type === "date", value = dated ? days(input.value) : sen(input.value);
    if (isNaN(value)) {
      input.setAttribute("aria-invalid", "true");
      return input.focus();
    }
    var id = dated ? (value <= limit ? "within" : "past") : (value < limit ? "under" : "over");
    go(input.closest(".pathway__step").querySelector('[data-answer="' + id + '"]'));
  }
  box.addEventListener("click", function (event) {
    var link = event.target.closest(".pathway__answer");
    if (!link) return;
    event.preventDefault();
    go(link);
  });
  inputs.forEach(function (input) {
    var held = input.closest(".pathway__held");
    held.hidden = false;
    held.querySelector("[data-held]").addEventListener("click", function () { hold(input); });
    input.addEventListener("keydown", function (event) { if (event.key === "Enter") { event.preventDefault(); hold(input); } });
  });
  back.addEventListener("click", function () { show(been.pop()); });
  again.addEventListener("click", first);
  box.querySelector("[data-print]").addEventListener("click", function () { print(); });
  window.addEventListener("pagehide", function () { been = []; show(1, true); });
  box.classList.add("pathway--live");
  box.querySelector(".pathway__tools").hidden = false;
  show(1, true);
})();
