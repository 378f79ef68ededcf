// The page is covered before anything else, then replaced in the history, then left; offline the cover stays.
(function () {
  var leave = document.querySelector(".dock__leave");
  if (leave) leave.addEventListener("click", function (event) {
    event.preventDefault();
    for (var c = -10, rows = ""; c < 50; c += 5) rows += c + " °C = " + (c * 9 / 5 + 32) + " °F\n";
    document.title = "°C °F";
    document.body.textContent = "";
    document.body.appendChild(document.createElement("pre")).textContent = rows;
    if (window.speechSynthesis) speechSynthesis.cancel();
    try { history.replaceState(null, "", leave.dataset.away); } catch (refused) {}
    if (navigator.onLine) location.replace(leave.href);
  });
})();
