(function () {
  var box = document.querySelector(".listen"), voices = window.speechSynthesis;
  if (!box || !voices) return;
  var key = box.querySelector("button"), label = key.querySelector("span"), name = label.textContent;
  function voice(code) {
    var wanted = code.split("-")[0].replace("fil", "(fil|tl)");
    return voices.getVoices().find(function (one) { return new RegExp("^" + wanted + "([-_]|$)", "i").test(one.lang); });
  }
  function show() { box.hidden = !voice(document.documentElement.lang); }
  function stop() { voices.cancel(); label.textContent = name; }
  key.addEventListener("click", function () {
    if (label.textContent !== name) return stop();
    label.textContent = key.dataset.done;
    document.querySelectorAll("main h1, main .lead, main section[id] h2, main section[id] .prose > *, main section[id] .prose li").forEach(function (node) {
      if (node.matches("ol, ul")) return;
      var bare = node.cloneNode(true), said = new SpeechSynthesisUtterance();
      bare.querySelectorAll(".law").forEach(function (small) { small.remove(); });
      said.text = bare.textContent;
      said.lang = (node.closest("[lang]") || document.documentElement).lang;
      said.voice = voice(said.lang) || null;
      if (said.voice) voices.speak(said);
    });
    var last = new SpeechSynthesisUtterance(" ");
    last.onend = stop;
    voices.speak(last);
  });
  voices.onvoiceschanged = show;
  window.addEventListener("pagehide", stop);
  show();
})();
