function render({ model, el, signal }) {
  begin(el, "iv-remarks");
  const words = model.get("words");
  const ask = asker(model);
  const count = make("p", { class: "iv-count" });
  const list = make("ul", { class: "iv-advice" });
  const verdict = make("p", { class: "iv-verdict", role: "status" });
  const kept = make("div", { class: "iv-set-aside", role: "group", "aria-label": words.aside });
  el.append(count, list, verdict, kept);
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
    return { element, quotes, error, input, rule: item.rule };
  }

  function makeWhy({ source, better, worse }) {
    const example = (label, text) => (text ? make("p", {}, `${label}: `, make("q", {}, text)) : null);
    if (!source && !better && !worse) return null;
    return make("details", { class: "iv-help" }, make("summary", {}, words.why),
      source ? make("p", {}, source) : null, example(words.worse, worse), example(words.better, better));
  }

  function draw() {
    if (record !== model.get("record")) rows.clear();
    record = model.get("record");
    count.textContent = model.get("count");
    count.hidden = !model.get("count");
    const wanted = new Set();
    const shown = model.get("items").map((item) => {
      const key = `${item.weight}:${item.rule}:${item.sentence}`;
      wanted.add(key);
      if (!rows.has(key)) rows.set(key, makeRow(item));
      const row = rows.get(key);
      row.quotes.replaceChildren(...item.quotes.flatMap((text) => [" ", make("q", {}, text)]));
      return row.element;
    });
    for (const key of [...rows.keys()]) if (!wanted.has(key)) rows.delete(key);
    arrange(shown);
    if (verdict.textContent !== model.get("verdict")) verdict.textContent = model.get("verdict");
    markErrors();
  }

  // Moves only what stands in another place: a row that is moved loses the focus that is in it.
  function arrange(shown) {
    for (const element of [...list.children]) if (!shown.includes(element)) element.remove();
    shown.forEach((element, place) => {
      if (list.children[place] !== element) list.insertBefore(element, list.children[place] ?? null);
    });
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
  follow(model, signal, ["items", "count", "verdict", "record"], draw);
  follow(model, signal, ["aside"], drawAside);
  follow(model, signal, ["errors"], markErrors);
}

export default { render };
