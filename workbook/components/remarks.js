const PAUSE = 1200; // milliseconds without a key before a new verdict is spoken

// Keeps a bar on the screen as long as what it leads to is on the page. What a page scrolls is an element that holds
// what is fixed in it, too, so the bar stands beside it.
function keepInSight(bar, el, signal) {
  document.body.append(bar);
  const watch = new ResizeObserver(() => { bar.hidden = el.getClientRects().length === 0; });
  watch.observe(el);
  signal?.addEventListener("abort", () => {
    watch.disconnect();
    bar.remove();
  });
}

function render({ model, el, signal }) {
  begin(el, "iv-remarks");
  const words = model.get("words");
  const ask = asker(model);
  const verdict = make("h3", { class: "iv-verdict", tabindex: "-1" });
  const spoken = liveRegion();
  const count = make("p", { class: "iv-count" });
  const list = make("ul", { class: "iv-advice" });
  const foldedList = make("ul", { class: "iv-advice" });
  const label = make("span");
  const fold = make("details", { class: "iv-folded" }, make("summary", {}, label), foldedList);
  const kept = make("div", { class: "iv-set-aside", role: "group", "aria-label": words.aside });
  const barVerdict = make("span", { class: "iv-bar-verdict" });
  const barCount = make("span", { class: "iv-count" });
  const bar = make("aside", { class: "infoview iv-bar", "aria-label": words.lead, hidden: true },
    make("button", { type: "button", onclick: () => enter(() => verdict) }, barVerdict, barCount));
  if (model.get("settable") && !inNotebook()) keepInSight(bar, el, signal);
  el.classList.toggle("iv-of-letter", model.get("settable"));
  el.append(verdict, count, list, fold, kept, spoken.element);
  const rows = new Map(); // what a remark says -> its row, so that what is open stays open
  let record = null;

  const draftName = (rule) => `infoview:aside:${model.get("record")}:${rule}`;

  function makeRow(item) {
    const id = newId();
    const quotes = make("span");
    const why = makeWhy(item);
    const form = make("div", { class: "iv-field", hidden: true });
    const input = make("input", { type: "text", id, autocomplete: "off", "aria-describedby": `${id}-error` });
    const error = make("p", { class: "iv-error", id: `${id}-error`, hidden: true });
    const open = make("button", { type: "button", class: "iv-quiet", "aria-expanded": "false", onclick: () => toggle(form.hidden) },
      words.not_here, make("span", { class: "iv-unseen" }, ` ${item.sentence}`));
    const setAside = () => ask({ type: "set_aside", rule: item.rule, reason: input.value }, { limit: 30000 }).then((worked) => {
      if (worked) storage.remove(draftName(item.rule));
    });
    form.append(make("label", { for: id }, words.reason), input, error,
      make("div", { class: "iv-buttons" },
        make("button", { type: "button", onclick: setAside }, words.set_aside),
        make("button", { type: "button", class: "iv-quiet", onclick: () => toggle(false) }, words.cancel)));
    input.addEventListener("input", () => storage.set(draftName(item.rule), input.value));
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") setAside();
      if (event.key === "Escape") toggle(false);
    });
    function toggle(shown) {
      form.hidden = !shown;
      open.hidden = shown;
      open.setAttribute("aria-expanded", String(shown));
      if (shown) {
        input.value = storage.get(draftName(item.rule)) ?? "";
        input.focus();
      } else {
        open.focus();
      }
    }
    const element = make("li", { class: item.weight },
      make("p", {}, make("strong", {}, item.weight_word), ` ${item.sentence}`, quotes),
      make("div", { class: "iv-more" }, why, model.get("settable") ? open : null), form);
    return { element, form, quotes, error, input, rule: item.rule };
  }

  function makeWhy({ source, better, worse }) {
    const example = (label, text) => (text ? make("p", {}, `${label}: `, make("q", {}, text)) : null);
    if (!source && !better && !worse) return null;
    return make("details", { class: "iv-help" }, make("summary", {}, words.why),
      source ? make("p", {}, source) : null, example(words.worse, worse), example(words.better, better));
  }

  function draw() {
    if (record !== model.get("record")) {
      rows.clear();
      fold.open = false;
    }
    record = model.get("record");
    const shown = model.get("items").map(showItem);
    const wanted = new Set(shown.map(({ key }) => key));
    for (const key of [...rows.keys()]) if (!wanted.has(key)) rows.delete(key);
    const isFolded = ({ row, folded }) => (isInUse(row) ? foldedList.contains(row.element) : folded);
    arrange(list, shown.filter((item) => !isFolded(item)));
    arrange(foldedList, shown.filter(isFolded));
    fold.hidden = foldedList.children.length === 0;
    label.textContent = model.get("more");
    drawVerdict();
    markErrors();
  }

  function showItem(item) {
    const key = `${item.weight}:${item.rule}:${item.sentence}`;
    if (!rows.has(key)) rows.set(key, makeRow(item));
    const row = rows.get(key);
    row.quotes.replaceChildren(...item.quotes.flatMap((text) => [" ", make("q", {}, text)]));
    return { key, row, folded: item.folded };
  }

  // A remark that somebody is at stays where it stands, even if it has come to weigh more or less than others.
  function isInUse({ element, form }) {
    return element.isConnected && (!form.hidden || element.contains(document.activeElement));
  }

  // Moves only what stands in another place: a row that is moved loses the focus that is in it.
  function arrange(into, shown) {
    const elements = shown.map(({ row }) => row.element);
    for (const element of [...into.children]) if (!elements.includes(element)) element.remove();
    elements.forEach((element, place) => {
      if (into.children[place] !== element) into.insertBefore(element, into.children[place] ?? null);
    });
    into.hidden = elements.length === 0;
  }

  // Who listens hears the verdict when typing pauses, and only one that is new.
  let heard = model.get("verdict");
  const say = debounce(PAUSE, () => {
    if (heard === model.get("verdict") || !verdict.getClientRects().length) return;
    heard = model.get("verdict");
    spoken.say(heard);
  });

  function drawVerdict() {
    for (const said of [verdict, barVerdict]) {
      said.dataset.weight = model.get("weight");
      if (said.textContent !== model.get("verdict")) said.textContent = model.get("verdict");
    }
    count.textContent = model.get("count");
    count.hidden = !model.get("count");
    barCount.textContent = model.get("all_in_words");
    say();
  }

  function drawAside() {
    const takeUp = (rule) => ask({ type: "take_up", rule }, { limit: 30000 });
    kept.hidden = model.get("aside").length === 0;
    kept.replaceChildren(make("p", { class: "iv-count" }, words.aside), make("ul", {}, model.get("aside").map(({ rule, reason }) =>
      make("li", {}, make("q", {}, reason), " ", make("button", { type: "button", class: "iv-quiet", onclick: () => takeUp(rule) },
        words.again, make("span", { class: "iv-unseen" }, ` ${reason}`))))));
  }

  function markErrors() {
    for (const { error, input, rule } of rows.values()) {
      const sentence = model.get("errors")[rule];
      error.textContent = sentence ?? "";
      error.hidden = !sentence;
      if (sentence) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
  }

  draw();
  drawAside();
  follow(model, signal, ["items", "count", "verdict", "weight", "more", "all_in_words", "record"], draw);
  follow(model, signal, ["aside"], drawAside);
  follow(model, signal, ["errors"], markErrors);
}

export default { render };
