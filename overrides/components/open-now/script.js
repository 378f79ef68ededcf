// In the time zone of the line, not of the phone. What cannot be known stays unsaid.
(function () {
  document.querySelectorAll(".open-now").forEach(function (one) {
    try {
      var now = {};
      new Intl.DateTimeFormat("en-GB", { timeZone: one.dataset.zone, weekday: "short", hour: "2-digit", minute: "2-digit", hour12: false })
        .formatToParts(new Date()).forEach(function (part) { now[part.type] = part.value; });
      var day = 1 + ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(now.weekday), time = (now.hour % 24) * 100 + +now.minute;
      var open = day > 0 && one.dataset.hours.split(",").some(function (some) {
        var hours = some.match(/\d+/g);
        return hours[0].indexOf(day) >= 0 && +hours[1] <= time && time < +hours[2];
      });
      if (day) one.classList.add(open ? "open-now--yes" : "open-now--no");
    } catch (unknown) {}
  });
})();
