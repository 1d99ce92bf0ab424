const SIGNS = { up: "↑", down: "↓", star: "★", edit: "✎", remove: "✕" };

function render({ model, el, signal }) {
  begin(el, "iv-ordered");
  const words = model.get("words");
  const can = model.get("can");
  const ask = asker(model);
  const live = liveRegion();
  const list = make("ol", { "aria-label": model.get("label") });
  const empty = make("p", { class: "iv-empty" }, model.get("empty"));
  const keys = make("p", { class: "iv-hint", id: newId() }, words.keys);
  el.append(list, empty, keys, live.element);
  let goal = null; // { id, part }: what has the focus after the next redraw
  let dragged = null;
  let typed = null; // minutes that were typed into an item being changed
  let edited = null; // the id of the item whose text is being changed

  async function move(id, position, part) {
    const items = model.get("items");
    if (position < 0 || position >= items.length) return;
    goal = { id, part };
    const item = items.find((one) => one.id === id);
    const worked = await ask({ type: "move", id, position });
    if (worked) live.say(fill(words.moved, { name: item.text, position: position + 1, total: items.length }));
  }

  async function remove(item, at) {
    const neighbour = model.get("items")[at + 1] ?? model.get("items")[at - 1];
    goal = neighbour ? { id: neighbour.id, part: "remove" } : null;
    if (await ask({ type: "remove", id: item.id })) live.say(fill(words.removed, { name: item.text }));
  }

  function star(item) {
    ask({ type: "star", id: item.id, on: !item.starred });
  }

  // A sign as small as its row; its word is read out, and seen by who rests on it.
  function button(item, part, label, act, more = {}) {
    const name = fill(words.action_name, { action: label, name: item.text });
    return make("button", { type: "button", "data-part": part, "aria-label": name, title: label, onclick: act, ...more }, SIGNS[part]);
  }

  function drawEditor(item) {
    const id = newId();
    const input = make("textarea", { id, rows: 2 });
    input.value = storage.get(`infoview:edit:${item.id}`) ?? item.text;
    const minutes = can.minutes ? make("input", { id: `${id}-minutes`, inputmode: "numeric", autocomplete: "off" }) : null;
    if (minutes) minutes.value = typed ?? item.minutes;
    typed = null;
    const finish = async (keep) => {
      const text = input.value.trim();
      if (keep && text && text !== item.text && !(await ask({ type: "edit", id: item.id, text }))) return;
      if (keep && minutes && minutes.value !== item.minutes && !(await ask({ type: "minutes", id: item.id, minutes: minutes.value }))) return;
      storage.remove(`infoview:edit:${item.id}`);
      edited = null;
      goal = { id: item.id, part: "edit" };
      draw();
    };
    input.addEventListener("input", () => storage.set(`infoview:edit:${item.id}`, input.value));
    const heed = (event) => {
      if (event.key === "Escape") finish(false);
      if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); finish(true); }
      event.stopPropagation();
    };
    input.addEventListener("keydown", heed);
    minutes?.addEventListener("keydown", heed);
    const length = minutes ? make("div", { class: "iv-field iv-short" }, make("label", { for: minutes.id }, words.minutes), minutes) : null;
    return make("div", { class: "iv-field" }, make("label", { for: id }, words.text), input, length, make("div", { class: "iv-buttons" },
      make("button", { type: "button", onclick: () => finish(true) }, words.keep),
      make("button", { type: "button", onclick: () => finish(false) }, words.cancel)));
  }

  function drawItem(item, at, items) {
    const text = make("p", { class: "iv-item-text" }, item.text);
    const star_ = can.star ? button(item, "star", words.star, () => star(item), { "aria-pressed": String(item.starred) }) : null;
    const buttons = make("div", { class: "iv-buttons" },
      button(item, "up", words.up, () => move(item.id, at - 1, "up"), { "aria-disabled": at === 0 ? "true" : null }),
      button(item, "down", words.down, () => move(item.id, at + 1, "down"), { "aria-disabled": at === items.length - 1 ? "true" : null }),
      star_,
      can.edit ? button(item, "edit", words.edit, () => { edited = item.id; draw(); }) : null,
      can.remove ? button(item, "remove", words.remove, once(() => remove(item, at))) : null);
    const content = edited === item.id ? drawEditor(item)
      : [make("div", { class: "iv-item" }, text, item.note ? make("p", { class: "iv-note" }, item.note) : null,
        item.hint ? make("p", { class: "iv-remark" }, item.hint) : null), buttons];
    const row = make("li", {
      tabindex: "0", "data-id": item.id, draggable: edited === item.id ? null : "true", "aria-describedby": keys.id,
      class: item.starred ? "iv-starred" : "",
    }, content);
    row.addEventListener("keydown", (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!event.altKey || !by) return;
      event.preventDefault();
      move(item.id, at + by, document.activeElement.dataset.part ?? "row");
    });
    row.addEventListener("dragstart", (event) => { dragged = item.id; event.dataTransfer.effectAllowed = "move"; });
    row.addEventListener("dragover", (event) => { if (dragged) { event.preventDefault(); row.classList.add("iv-over"); } });
    row.addEventListener("dragleave", () => row.classList.remove("iv-over"));
    row.addEventListener("drop", (event) => {
      event.preventDefault();
      row.classList.remove("iv-over");
      if (dragged && dragged !== item.id) move(dragged, at, "row");
      dragged = null;
    });
    return row;
  }

  function draw() {
    const items = model.get("items");
    const held = document.activeElement?.closest?.("li[data-id]");
    if (!goal && held && list.contains(held)) goal = { id: held.dataset.id, part: document.activeElement.dataset.part ?? "row" };
    const typing = edited && list.querySelector("textarea");
    if (typing && list.querySelector("input") === document.activeElement) return; // minutes are being typed
    if (typing && items.some((item) => item.id === edited)) typed = list.querySelector("input")?.value ?? null;
    if (typing && typing === document.activeElement) goal = { id: edited, part: "text", caret: typing.selectionStart };
    list.replaceChildren(...items.map(drawItem));
    list.hidden = items.length === 0;
    keys.hidden = items.length < 2;
    empty.hidden = items.length > 0 || !empty.textContent;
    if (edited && goal?.part !== "text") goal = { id: edited, part: "text" };
    const row = goal && list.querySelector(`li[data-id="${CSS.escape(goal.id)}"]`);
    if (row) {
      const target = goal.part === "text" ? row.querySelector("textarea") : row.querySelector(`[data-part="${goal.part}"]`) ?? row;
      target.focus();
      if (goal.caret !== undefined) target.setSelectionRange(goal.caret, goal.caret);
    }
    goal = null;
  }
  draw();
  follow(model, signal, ["items"], draw);
}

export default { render };
