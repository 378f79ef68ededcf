// What is answered stays in this page: it is not kept, not sent, and in no address. `reckon` is the script of the sums.
(() => {
  const box = document.querySelector(".calculator");
  if (!box) return;
  const {sum, currency, minor} = box.dataset, rates = JSON.parse(box.dataset.rates), places = minor.length - 1;
  const all = (query, within) => Array.from((within || box).querySelectorAll(query));
  const status = box.querySelector(".calculator__status"), steps = box.querySelector(".calculator__steps"), ways = box.querySelector(".calculator__ways");
  const fields = all("[data-field]"), inputs = all("input");
  // The noughts of Arabic, Urdu, Devanagari, Bengali, Tamil, Thai, Burmese and Khmer digits
  const NOUGHTS = [0x660, 0x6f0, 0x966, 0x9e6, 0xbe6, 0xe50, 0x1040, 0x17e0];
  let timer, last;

  const latin = (text) => text.replace(/[^\0-\x7f]/g, (sign) => {
    const nought = NOUGHTS.find((first) => sign >= String.fromCharCode(first) && sign <= String.fromCharCode(first + 9));
    return nought ? sign.charCodeAt(0) - nought : sign === "٫" ? "." : sign === "٬" ? "," : " ";
  });

  // Reads 1,700 and 1.700 and 1 700 as one thousand seven hundred: three digits after a sign are thousands.
  const read = (text, most) => {
    const match = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d*))?$/.exec(latin(text).replace(currency, "").replace(/\s/g, ""));
    const rest = match && match[2] || "";
    return match && rest.length <= most ? +(match[1].replace(/\D/g, "") + rest.padEnd(most, 0)) : -1;
  };

  const answered = (field) => {
    const {kind} = field.dataset;
    if (kind === "choice") {
      const chosen = field.querySelector(":checked");
      return chosen && chosen.value;
    }
    const text = field.querySelector("input").value.trim();
    return !text ? null : kind === "date" ? latin(text) : read(text, kind === "money" ? places : kind === "hours" ? 2 : 0);
  };

  const said = ([kind, value]) => {
    const unit = kind === "money" ? +minor : kind === "number" ? 1 : 100, rest = value % unit;
    const whole = String((value - rest) / unit).replace(/\B(?=(\d{3})+$)/g, ",");
    const after = String(rest).padStart(String(unit).length - 1, 0);
    if (kind === "money") return currency + whole + (unit > 1 ? "." + after : "");
    return whole + (rest ? "." + after.replace(/0$/, "") : "");
  };

  const text = (id, values) => {
    const made = box.querySelector(`[data-text="${id}"]`).content.cloneNode(true);
    Object.keys(values).forEach((name) => all(`[data-value="${name}"]`, made).forEach((place) => { place.textContent = said(values[name]); }));
    return made;
  };

  const update = () => {
    const answers = {};
    fields.forEach((field) => {
      const {when} = field.dataset;
      field.hidden = !!when && !when.split(";").every((rule) => {
        const [name, options] = rule.split("=");
        return options.split(" ").includes(answers[name]);
      });
      if (!field.hidden) answers[field.dataset.field] = answered(field);
    });
    const result = reckon(sum, rates, answers), now = JSON.stringify(result);
    if (now === last) return;
    last = now;
    status.textContent = steps.textContent = "";
    ways.hidden = result.stop === "missing";
    status.classList.toggle("calculator__status--sum", !!result.total);
    if (result.stop) status.appendChild(text("stop-" + result.stop, {}));
    if (result.total) status.appendChild(text("total", {total: result.total}));
    (result.steps || []).forEach(([step, values]) => steps.appendChild(document.createElement("li")).appendChild(text("step-" + step, values)));
  };

  const again = () => {
    inputs.forEach((input) => {
      input.checked = false;
      if (input.type !== "radio") input.value = input.defaultValue;
    });
    update();
  };

  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(update, 300);
  });
  box.addEventListener("change", update);
  box.querySelector("[data-print]").addEventListener("click", () => print());
  box.querySelector("[data-again]").addEventListener("click", () => {
    again();
    inputs[0].focus();
  });
  addEventListener("pageshow", again);
  document.querySelector(".calculator__needs").hidden = true;
  box.hidden = false;
})();
