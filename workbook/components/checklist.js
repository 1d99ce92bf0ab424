function render({ model, el, signal }) {
  begin(el, "iv-checklist");
  const words = model.get("words");
  const ask = asker(model);
  const live = liveRegion();
  const filterId = newId();
  const filter = make("input", { type: "search", id: filterId, autocomplete: "off" });
  const box = make("div", { class: "iv-field iv-search" }, make("label", { for: filterId }, model.get("filter_label")), filter);
  const holder = make("div", { role: "group", "aria-label": model.get("legend") });
  const nothing = make("p", { class: "iv-empty" }, words.nothing_found);
  box.hidden = !model.get("filter_label");
  el.append(box, holder, nothing, live.element);
  const pending = new Map(); // id -> what was ticked and is not yet confirmed
  const open = new Map();
  let rows = [];
  let folds = [];

  const isTicked = (id) => pending.get(id) ?? model.get("ticked").includes(id);

  async function tick(id, on) {
    pending.set(id, on);
    count();
    await ask({ type: "tick", id, on });
    if (pending.get(id) === on) pending.delete(id);
    mark();
  }

  function build() {
    rows = [];
    const focused = holder.contains(document.activeElement) ? document.activeElement.dataset.id : null;
    folds = model.get("groups").map((group) => {
      const mine = group.items.map((item) => {
        const id = newId();
        const input = make("input", { type: "checkbox", id, "data-id": item.id, "aria-describedby": item.note || item.more ? `${id}-note` : null });
        input.addEventListener("change", () => tick(item.id, input.checked));
        const label = make("label", { for: id }, item.text);
        const lines = [item.note, item.more].filter(Boolean).map((line) => make("span", {}, line));
        const note = lines.length ? make("span", { class: "iv-note", id: `${id}-note` }, lines) : null;
        const text = `${item.text} ${item.note} ${item.more}`.toLowerCase();
        const row = { id: item.id, input, text, element: make("div", { class: "iv-option" }, input, make("div", {}, label, note)) };
        rows.push(row);
        return row;
      });
      const counter = make("span", { class: "iv-count" });
      const legend = make("legend", { class: "iv-unseen" }, group.title);
      const hint = group.hint ? make("p", { class: "iv-hint" }, group.hint) : null;
      const inside = make("fieldset", {}, group.title ? legend : null, hint, mine.map((row) => row.element));
      if (!group.title) return { key: group.key, details: inside, counter, rows: mine };
      const details = make("details", {}, make("summary", {}, make("span", {}, group.title), counter), inside);
      details.addEventListener("toggle", () => { if (!filter.value) open.set(group.key, details.open); });
      return { key: group.key, details, counter, rows: mine, first: group.open };
    });
    holder.replaceChildren(...folds.map((fold) => fold.details));
    mark();
    sift();
    if (focused) rows.find((row) => row.id === focused)?.input.focus();
  }

  function mark() {
    for (const row of rows) row.input.checked = isTicked(row.id);
    count();
  }

  function count() {
    for (const fold of folds) {
      const ticked = fold.rows.filter((row) => row.input.checked).length;
      fold.counter.textContent = ` ${fill(words.count, { n: ticked, total: fold.rows.length })}`;
    }
  }

  function sift() {
    const wanted = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    let found = 0;
    for (const fold of folds) {
      let here = 0;
      for (const row of fold.rows) {
        row.element.hidden = !wanted.every((word) => row.text.includes(word));
        if (!row.element.hidden) here += 1;
      }
      fold.details.hidden = here === 0;
      fold.details.open = wanted.length ? here > 0 : open.get(fold.key) ?? fold.first;
      found += here;
    }
    nothing.hidden = found > 0 || !wanted.length;
    return found;
  }
  const siftLater = debounce(200, () => live.say(fill(words.found, { n: sift() })));
  filter.addEventListener("input", siftLater);

  build();
  follow(model, signal, ["groups"], build);
  follow(model, signal, ["ticked"], mark);
}

export default { render };
