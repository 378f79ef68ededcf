(function () {
  var list = document.querySelector(".language-list");
  (navigator.languages || []).slice().reverse().forEach(function (code) {
    var own = list && list.querySelector('[hreflang|="' + code.split("-")[0].replace("tl", "fil") + '"]');
    if (own) list.prepend(own.parentNode);
  });
})();
