// The choice of letters goes along to other pages of this visit, and ends with it: nothing stays on the phone.
(() => {
  const box = document.querySelector(".face__box");
  if (!box) return;
  const key = "letters-" + document.documentElement.lang;
  try {
    box.checked = sessionStorage.getItem(key) === "1";
    box.addEventListener("change", () => sessionStorage.setItem(key, box.checked ? "1" : "0"));
  } catch { /* a browser that keeps nothing keeps no choice */ }
})();
