// Search in one edition. `fold` and `terms` do exactly what their namesakes in src/suluh/emit/search.py do:
// what that file writes, this one asks for. Change both or neither.
(() => {
  const DROPPED = /[\u00ad\u0300-\u036f\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/g;
  const SAME = [[/ß/g, "ss"], [/\u03c2/g, "\u03c3"], [/đ/g, "d"],
    [/[\u0643\u06aa]/g, "\u06a9"], [/[\u0649\u064a]/g, "\u06cc"], [/[\u0629\u0647\u06c3\u06d5]/g, "\u06c1"]];
  const DIGIT = /\p{Nd}/u;
  // Thai and Lao, Burmese, Khmer, Han, Burmese extended, more Han
  const SCRIPTS = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3400-\\u9fff\\ua9e0-\\ua9ff\\uaa60-\\uaa7f\\u{20000}-\\u{3ffff}";
  const UNSPACED = new RegExp(`[${SCRIPTS}]`, "u");
  const PART = new RegExp(`[${SCRIPTS}]+|[^${SCRIPTS}]+`, "gu");

  // Unicode keeps the digits of every script in runs of ten.
  const digit = (letter) => {
    const code = letter.codePointAt();
    let first = code;
    while (DIGIT.test(String.fromCodePoint(first - 1))) first--;
    return (code - first) % 10;
  };

  const fold = (text) => SAME.reduce(
    (folded, [letters, same]) => folded.replace(letters, same),
    text.normalize("NFKC").toLowerCase().normalize("NFD").replace(DROPPED, "")
  ).normalize("NFC").replace(/\p{Nd}/gu, digit);

  const pieces = (part) => {
    if (!UNSPACED.test(part)) return [part];
    const clusters = part.match(/.\p{M}*/gu);
    return clusters[1] ? clusters.slice(1).map((cluster, before) => clusters[before] + cluster) : clusters;
  };

  const terms = (text, unspaced) => {
    const runs = fold(text).match(/[\p{L}\p{M}\p{Nd}]+/gu) || [];
    return unspaced ? runs.flatMap((run) => run.match(PART).flatMap(pieces)) : runs;
  };

  // Makes the index of src/suluh/emit/search.py ready: a list of [term, [[page, weight], …]].
  const open = ({pages, scale, terms, hits}) => {
    const lists = hits.split(" ");
    let letters = [];
    return {pages, vocabulary: terms.split(" ").map((entry, place) => {
      letters = [...letters.slice(0, +entry[0]), ...entry.slice(1)];
      let page = 0;
      return [letters.join(""), lists[place].split(",").map((hit) => [page += Math.floor(hit / scale), hit % scale])];
    })};
  };

  // Gives each page that holds the word inside a term its best weight, times the share of the term that the word is.
  const holding = (vocabulary, word) => {
    const best = new Map();
    for (const [term, hits] of vocabulary) if (term.includes(word)) for (const [page, weight] of hits)
      best.set(page, Math.max(best.get(page) || 0, weight * word.length / term.length));
    return best;
  };

  // Numbers of the pages that hold every word, best first: rare words count more.
  const find = ({pages, vocabulary}, query, unspaced) => {
    const found = [...new Set(terms(query, unspaced))].map((word) => holding(vocabulary, word));
    const score = (page) => found.reduce((sum, best) => sum + best.get(page) * Math.log(1 + pages.length / best.size), 0);
    return [...(found[0] || new Map()).keys()]
      .filter((page) => found.every((best) => best.has(page)))
      .map((page) => [page, score(page)])
      .sort(([page, sum], [other, total]) => total - sum || page - other)
      .map(([page]) => page);
  };

  if ("test" in document.documentElement.dataset) globalThis.suluhSearch = {fold, terms, open, find};

  const root = document.querySelector(".search");
  if (!root) return;
  const {index, home, unspaced, count, none, wait, failed} = root.dataset;
  const [note, form, field, status, results] = ["note", "form", "word", "status", "results"].map((name) => root.querySelector(".search__" + name));
  let loading, timer;

  const add = (parent, name, text, language) => {
    const made = parent.appendChild(document.createElement(name));
    made.textContent = text;
    if (language) made.lang = language;
    made.dir = "auto";
    return made;
  };

  const show = (text, pages = []) => {
    status.textContent = text;
    results.textContent = "";
    for (const [route, title, summary, language, other] of pages) {
      const item = results.appendChild(document.createElement("li"));
      add(item, "a", title, language).href = home + route;
      add(item, "p", summary, other);
    }
  };

  // The index is loaded once, when it is first needed; a failure is forgotten, so that the next try asks again.
  const load = () => loading = loading || fetch(index).then((answer) => {
    if (!answer.ok) throw answer;
    return answer.json();
  }).then(open);

  // Reads the field when the index is there: the reader may have typed on.
  const answer = (ready) => {
    const found = find(ready, field.value, unspaced !== undefined).map((page) => ready.pages[page]);
    show(!field.value.trim() ? "" : found[0] ? count.replace("{count}", found.length) : none, found);
  };

  const search = () => {
    if (!loading) show(wait);
    load().then(answer, () => {
      loading = null;
      show(failed);
    });
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    if (field.value.trim()) search();
  });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    if (field.value.trim().length > 1) timer = setTimeout(search, 250);
    else show("");
  });
  note.hidden = true;
  form.hidden = false;
})();
