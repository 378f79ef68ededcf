// Answers live in these variables and nowhere else: not in the address, the history, or anything that is kept.
(function () {
  var box = document.querySelector("[data-steps]");
  if (!box) return;
  var steps = box.querySelectorAll(".pathway__step"), tools = box.querySelector(".pathway__tools"), been = [];
  var back = box.querySelector("[data-back]"), now = 1;
  function show(number, quiet) {
    now = number;
    steps.forEach(function (step) { step.hidden = step.id !== "step-" + number; });
    back.disabled = !been.length;
    if (!quiet) { steps[number - 1].focus(); scrollTo(0, 0); }
  }
  function go(link) { been.push(now); show(+link.hash.slice(6)); }
  box.addEventListener("click", function (event) {
    var link = event.target.closest(".pathway__answer");
    if (!link) return;
    event.preventDefault();
    go(link);
  });
  box.querySelectorAll(".pathway__input").forEach(function (input) {
    input.parentNode.parentNode.hidden = false;
    input.addEventListener("change", function () {
      var limit = +input.dataset.limit, dated = input.type === "date", value = dated ? (new Date().setHours(12) - new Date(input.value + "T12:00")) / 864e5 : input.value * 100;
      if (input.value === "" || isNaN(value)) return;
      var id = dated ? (Math.floor(value) <= limit ? "within" : "past") : (value < limit ? "under" : "over");
      input.value = "";
      go(input.closest(".pathway__step").querySelector('[data-answer="' + id + '"]'));
    });
  });
  back.addEventListener("click", function () { show(been.pop()); });
  box.querySelector("[data-again]").addEventListener("click", function () { been = []; show(1); });
  box.querySelector("[data-print]").addEventListener("click", function () { print(); });
  window.addEventListener("pagehide", function () { been = []; show(1, true); });
  box.classList.add("pathway--live");
  tools.hidden = false;
  show(1, true);
})();
