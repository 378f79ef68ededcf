// Works through numbers, and fetches what it shows of entries in pieces. What is chosen is written nowhere.
(() => {
  const form = document.querySelector(".finder");
  if (!form || !window.fetch) return;
  const part = (name) => form.querySelector(name), words = form.dataset;
  const selects = [...form.querySelectorAll("select")], [certain, perhaps] = form.querySelectorAll(".finder__found");
  const status = part(".finder__status"), more = part("[data-more]"), share = part("[data-share]"), sample = part("template").content;
  const step = 10;
  let data, fetched = {}, found = [], sure = 0, shown = 0, turn = 0;

  const load = (name, how) => fetched[name] = fetched[name] || fetch(words.index.replace(/[^/]*$/, name), how).then((answer) => {
    if (!answer.ok) throw answer;
    return answer.json();
  });

  // 2 fits, 1 may fit because nothing is known, 0 does not: of several choices the least counts.
  const narrow = () => {
    const fits = new Uint8Array(data.count).fill(2), levels = [[], [], []];
    selects.forEach(({name, selectedIndex: chosen}) => {
      if (!chosen) return;
      const lists = data.choices[name], mine = new Uint8Array(data.count);
      [[lists[lists.length - 1], 1], [lists[chosen - 1], 2]].forEach(([list, level]) => {
        let number = 0;
        list.forEach((distance) => mine[number += distance] = level);
      });
      fits.forEach((level, number) => { if (mine[number] < level) fits[number] = mine[number]; });
    });
    fits.forEach((level, number) => levels[level].push(number));
    sure = levels[2].length;
    found = levels[2].concat(levels[1]);
  };

  const entry = ([name, about, language, route, kind, state, day, number, read]) => {
    const made = document.importNode(sample, true), at = (one) => made.querySelector(one), [first, second] = made.querySelectorAll(".finder__tags span");
    const date = day.length > 4 ? new Date(`${day}T12:00`).toLocaleDateString(document.documentElement.lang) : day;
    at("a").textContent = name;
    at("a").href = words.home + route;
    at("p").textContent = about;
    at("p").lang = language;
    at("p").dir = "auto";
    first.textContent = part("[name=kind]").options[kind + 1].text;
    second.textContent = words[state].replace("{year}", day).replace("{date}", date);
    const call = at(".call");
    if (!number) call.remove();
    else {
      call.href = `tel:${number}`;
      call.querySelector("bdi").textContent = read;
    }
    return made;
  };

  const show = async (next) => {
    const mine = ++turn, from = next ? shown : 0, numbers = found.slice(from, from + step);
    const piece = (number) => Math.floor(number / data.together);
    const pieces = {};
    await Promise.all([...new Set(numbers.map(piece))].map(async (one) => pieces[one] = await load(data.pieces[one])));
    if (mine !== turn) return;
    if (!next) certain.textContent = perhaps.textContent = "";
    numbers.forEach((number, index) => (from + index < sure ? certain : perhaps).append(entry(pieces[piece(number)][number % data.together])));
    shown = from + numbers.length;
    part(".finder__perhaps").hidden = !perhaps.firstChild;
    more.hidden = shown >= found.length;
    status.textContent = sure ? words.count.replace("{count}", sure) : words.none;
    form.dispatchEvent(new Event("found"));
  };

  // The pieces may be gone because a new site has taken the place of the old one: then all is asked for again, once.
  const find = async (next, again) => {
    try {
      data = await load("find.json", again ? {cache: "reload"} : {});
      if (!next) narrow();
      await show(next);
    } catch (lost) {
      fetched = {};
      if (again) status.textContent = words.failed;
      else await find(false, true);
    }
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => find());
  more.addEventListener("click", () => find(true));
  part("[data-clear]").addEventListener("click", () => {
    form.reset();
    find();
  });
  share.hidden = !navigator.clipboard;
  share.addEventListener("click", async () => {
    const chosen = selects.filter((one) => one.value).map((one) => `${one.name}=${one.value}`).join("&");
    await navigator.clipboard.writeText(`${location.href.replace(/#.*/, "")}#${chosen}`);
    share.firstChild.textContent = share.dataset.done;
  });

  // Somebody was sent these choices: they are taken over, and leave the address.
  new URLSearchParams(location.hash.slice(1)).forEach((value, name) => {
    const select = selects.find((one) => one.name === name);
    if (select) select.value = value;
  });
  if (location.hash) history.replaceState(null, "", location.pathname);
  form.hidden = false;
  document.querySelectorAll("[data-without-script]").forEach((one) => one.hidden = true);
  find();
})();
