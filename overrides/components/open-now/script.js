// By the clock of the line, not of the phone. `Intl` would keep a slow phone busy for a tenth of a second.
(function () {
  document.querySelectorAll(".open-now").forEach(function (one) {
    var clock = one.dataset.clock.split(" "), ahead = clock[0];
    for (var i = 1; i < clock.length; i += 2) if (Date.now() >= clock[i] * 1000) ahead = clock[i + 1];
    var now = new Date(Date.now() + ahead * 60000), day = now.getUTCDay() || 7, time = now.getUTCHours() * 100 + now.getUTCMinutes();
    var open = one.dataset.hours.split(",").some(function (some) {
      var hours = some.match(/\d+/g);
      return hours[0].indexOf(day) >= 0 && +hours[1] <= time && time < +hours[2];
    });
    one.classList.add(open ? "open-now--yes" : "open-now--no");
  });
})();
