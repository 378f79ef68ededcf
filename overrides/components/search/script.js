// Search in one edition. `fold` and `terms` do exactly what their namesakes in src/suluh/emit/search.py do:
// what that file writes, this one asks for. Change both or neither.
(() => {
  const DROPPED = /[\u00ad\u0300-\u036f\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/g;
  const SAME = [[/ß/g, "ss"], [/\u03c2/g, "\u03c3"], [/đ/g, "d"],
    [/[\u0643\u06aa]/g, "\u06a9"], [/[\u0649\u064a]/g, "\u06cc"], [/[\u0629\u0647\u06c3\u06d5]/g, "\u06c1"]];
  const DIGIT = /\p{Nd}/u, MARK = /^\p{M}/u;
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

  // What remains of a word of Latin letters however it is spelt: exactly what `skeleton` in src/suluh/looking/roman.py gives.
  const SPELT = [[/ck/g, "k"], [/ph/g, "f"], [/sh/g, "s"], [/ch/g, "C"], [/c(?=[eiy])/g, "s"], [/c/g, "k"], [/C/g, "c"], [/q/g, "k"],
    [/x/g, "ks"], [/[wv]/g, "b"], [/z/g, "j"], [/([bcdfgjklmnprst])h/g, "$1"], [/^[aeiou]+/, "A"], [/[aeiouy]/g, ""],
    [/(.)\1+/g, "$1"], [/ng/g, "n"], [/^(..+)n$/, "$1"], [/^(..+)h$/, "$1"], [/A/g, "a"]];
  const skeleton = (word) => SPELT.reduce((left, [letters, same]) => left.replace(letters, same), word);

  // What is asked for: the words, or what remains of those in Latin letters where pages are in other ones.
  const words = (query, unspaced, latin) => {
    const found = terms(query, unspaced).map((word) => latin && /^[a-z]+$/.test(word) ? "~" + skeleton(word) : word);
    const longer = found.filter((word) => !/^~.?$/.test(word));
    return [...new Set(longer.length ? longer : found)];
  };

  // Numbers are written to the base of 32; the last digit of each has other signs than those before it.
  const numbers = (text) => {
    const read = [];
    let number = 0;
    for (let place = 0; place < text.length; place++) {
      const code = text.charCodeAt(place);
      number = number * 32 + code - (code > 92 ? 93 : 59);
      if (code > 92) {
        read.push(number);
        number = 0;
      }
    }
    return read;
  };

  // Each word begins with how many letters it shares with the one before.
  const unfold = (text) => {
    let letters = [];
    return text.split(" ").map((word) => (letters = [...letters.slice(0, +word[0]), ...word.slice(1)]).join(""));
  };

  // Adds a list of hits to what is known of a word: for each page its best weight, times the share of the term that the
  // word is. A weight of 0 tells where the list goes on.
  const take = (known, list, length) => {
    const read = numbers(list);
    for (let place = 0; place < read.length;) {
      const start = read[place++], weight = start >> 1 & 15, hits = (start >> 5) + 1;
      if (start & 1) length = read[place++];
      if (weight) for (let hit = 0, page = 0; hit < hits; hit++) {
        page += read[place++];
        known.best.set(page, Math.max(known.best.get(page) || 0, weight * known.word.length / length));
      } else {
        known.left += hits;
        const files = read[place++], name = read[place++].toString(16).padStart(8, 0);
        for (let file = 0; file < files; file++) known.rest.push(`rest-${name}-${file}`);
      }
    }
  };

  const file = (kind, {span, names}, piece) => `${kind}-${names[Math.floor(piece / span)]}-${piece % span}`;

  // Looks a word up: in the one file wherever a term holds it, in a piece where the end of a term, from a letter on,
  // begins with it. There, a key with a star stands for all that begin like it.
  const look = async (sent, load, word) => {
    const known = {word, best: new Map(), rest: [], left: 0};
    const starts = sent.words || unfold(sent.starts).filter((start) => start <= word);
    const piece = sent.words || await load(file("terms", sent.terms, starts.length - 1));
    const keys = piece.unfolded = piece.unfolded || unfold(piece[0]);
    const lists = piece[1].split(" ");
    const held = [...keys.keys()].filter((place) => keys[place][sent.words && !MARK.test(word) ? "includes" : "startsWith"](word));
    for (const place of held) {
      const key = keys[place].replace("*", "");
      take(known, lists[place], key.length);
      if (key !== keys[place]) break;
    }
    return known;
  };

  // Numbers of the pages that hold every word, or else as many of them as any page does, best first: rare words count more.
  const find = (count, asked) => {
    const score = (page) => asked.reduce((sum, {best, left}) => best.has(page) ? sum + best.get(page) * Math.log(1 + count / (best.size + left)) : sum, 0);
    const held = new Map();
    for (const {best} of asked) for (const page of best.keys()) held.set(page, (held.get(page) || 0) + 1);
    const most = [...held.values()].reduce((first, second) => Math.max(first, second), 0);
    const pages = [...held.keys()]
      .filter((page) => held.get(page) === most)
      .map((page) => [page, score(page)])
      .sort(([page, sum], [other, total]) => total - sum || page - other)
      .map(([page]) => page);
    return {pages, all: most === asked.length};
  };

  // Gives the pages that a question finds, and whether there may be others: long lists are read on only until as many
  // are found as are wanted. `sent` is what src/suluh/emit/search.py wrote, `load` gets a piece of it by its name.
  const seek = async (sent, load, query, unspaced, wanted, latin) => {
    const asked = await Promise.all(words(query, unspaced, latin).map((word) => look(sent, load, word)));
    for (;;) {
      const {pages, all} = find(sent.count || sent.pages.length, asked);
      const [open] = asked.filter(({left}) => left).sort((one, other) => one.left - other.left);
      if (!open || all && pages.length >= wanted) return {pages, open};
      const lists = await Promise.all(open.rest.map((name) => load(name)));
      open.rest = [];
      open.left = 0;
      for (const list of lists) take(open, list);
    }
  };

  if ("test" in document.documentElement.dataset) globalThis.suluhSearch = {fold, terms, seek, skeleton};

  const root = document.querySelector(".search");
  if (!root) return;
  const {index, home, unspaced, latin, count, none, wait, failed} = root.dataset;
  const [note, form, field, status, results, more] = ["note", "form", "word", "status", "results", "more"].map((name) => root.querySelector(".search__" + name));
  let fetched = {}, cache = "default", turn = 0, query = "", shown = [], numbered, timer;

  // Each file is loaded once, when it is first needed. A question that was given up loads on, but says nothing.
  const load = (mine, address, how) => {
    if (!fetched[address]) {
      if (mine === turn) status.textContent = wait;
      fetched[address] = fetch(address, how).then((answer) => {
        if (!answer.ok) throw answer;
        return answer.json();
      });
    }
    return fetched[address];
  };

  const add = (parent, name, text, language) => {
    const made = parent.appendChild(document.createElement(name));
    made.textContent = text;
    if (language) made.lang = language;
    made.dir = "auto";
    return made;
  };

  const list = ([route, title, summary, language, other]) => {
    const item = results.appendChild(document.createElement("li"));
    const link = add(item, "a", title, language);
    link.href = home + route;
    add(item, "p", summary, other);
    return link;
  };

  const clear = (text) => {
    status.textContent = text;
    results.textContent = "";
    more.hidden = true;
    shown = [];
  };

  // Shows the first hits, or the next. Where pages have other names by now, they have other numbers, and hits are
  // shown from the first on.
  const answer = async (mine, next) => {
    if (!next) query = field.value;
    const sent = await load(mine, index, {cache});
    const piece = (name) => load(mine, index.replace(/\.json$/, `/pieces/${name}.json`));
    const names = String(sent.pages.names);
    next = next && names === numbered;
    const old = next ? shown : [], step = sent.words ? Infinity : next ? 10 : sent.first;
    const {pages, open} = await seek(sent, piece, query, unspaced !== undefined, old.length + step, latin !== undefined);
    const fresh = pages.filter((page) => !old.includes(page)).slice(0, step);
    const rows = await Promise.all(fresh.map(async (page) => sent.words ? sent.pages[page]
      : (await piece(file("pages", sent.pages, Math.floor(page / sent.together))))[page % sent.together]));
    if (mine !== turn) return;
    if (!next) clear("");
    const [first] = rows.map(list);
    shown = [...old, ...fresh];
    numbered = names;
    more.hidden = shown.length >= pages.length && !open;
    status.textContent = !query.trim() ? "" : pages.length ? count.replace("{count}", pages.length + (open ? "+" : "")) : none;
    if (next && first) first.focus();
  };

  // A piece may be gone because a new site has taken the place of the old one: then the new index is asked for, once.
  // All failures are forgotten, so that the next try asks again.
  const search = (next, again) => {
    const mine = ++turn;
    answer(mine, next).catch(() => {
      fetched = {};
      cache = "reload";
      if (mine !== turn) return;
      if (!again) search(next, true);
      else if (next) status.textContent = failed;
      else clear(failed);
    });
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    if (field.value.trim()) search();
  });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    turn++;
    if (field.value.trim().length > 1) timer = setTimeout(search, 500);
    else clear("");
  });
  more.addEventListener("click", () => search(true));
  note.hidden = true;
  form.hidden = false;
})();
