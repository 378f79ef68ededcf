// The choice of letters goes along to the other pages of this tab, in its name: nothing stays on the phone.
(() => {
  const box = document.querySelector(".face__box"), chosen = "letters";
  if (!box) return;
  box.checked = window.name === chosen;
  box.addEventListener("change", () => { window.name = box.checked ? chosen : ""; });
})();
