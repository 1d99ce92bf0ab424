const PAUSE = 250;

// A way as a row of dashes, for the eye; the word beside it says the same.
function drawWay({ text, behind, steps }) {
  const dashes = Array.from({ length: steps }, (_, at) => make("i", { class: at < behind ? "done" : "" }));
  return make("span", { class: "iv-way" }, make("span", { "aria-hidden": "true" }, dashes), text);
}

function makeText(column, cell, open) {
  if (column.kind === "open") return open();
  if (column.kind === "way") return drawWay(cell);
  if (!cell.text) return "";
  if (cell.href) return make("a", { href: cell.href, target: "_blank", rel: "noopener noreferrer" }, cell.text);
  if (column.kind === "status") return make("span", { class: "iv-badge" }, cell.text);
  return cell.text;
}

function makeCell(column, cell, first, open) {
  const text = makeText(column, cell, open);
  return first
    ? make("th", { scope: "row" }, text)
    : make("td", { class: cell.text || column.kind === "open" ? "" : "iv-blank" }, make("span", { class: "iv-cell-label", "aria-hidden": "true" }, column.label), text);
}

function render({ model, el, signal }) {
  begin(el, "iv-table");
  const words = model.get("words");
  const ask = asker(model);
  const live = liveRegion();
  const searchId = newId();
  const search = make("input", { type: "search", id: searchId, autocomplete: "off" });
  search.value = model.get("state").search ?? "";
  const box = make("div", { class: "iv-field iv-search" }, make("label", { for: searchId }, model.get("search_label")), search);
  const summary = make("p", { class: "iv-summary" });
  const head = make("tr", {});
  const body = make("tbody", {});
  const table = make("table", {}, make("caption", {}, model.get("caption")), make("thead", {}, head), body);
  const empty = make("p", { class: "iv-empty" });
  const previous = make("button", { type: "button", onclick: () => turn(-1) }, words.previous);
  const next = make("button", { type: "button", onclick: () => turn(1) }, words.next);
  const place = make("span", { class: "iv-place" });
  const pager = make("div", { class: "iv-pager", role: "group", "aria-label": words.pages }, previous, place, next);
  const all = make("button", { type: "button", class: "iv-quiet iv-all", onclick: showAll });
  el.append(box, summary, table, empty, pager, all, live.element);
  box.hidden = !model.get("search_label");

  let wanted = { ...model.get("state") };
  let speak = false;
  let asking = 0;
  async function look(changes) {
    wanted = { ...wanted, ...changes };
    speak = true;
    asking += 1;
    await ask({ type: "view", ...wanted });
    asking -= 1;
    catchUp();
  }
  function catchUp() {
    if (!asking) wanted = { ...model.get("state") };
  }
  function turn(by) {
    look({ offset: Math.max(0, wanted.offset + by * model.get("page_size")) });
  }
  // Reading goes on where the rows went on.
  async function showAll() {
    const whole = !wanted.whole;
    await look({ whole, offset: 0 });
    draw();
    if (whole) body.rows[model.get("page_size")]?.querySelector("button, a")?.focus();
  }
  function sortBy(key) {
    look({ sort: key, descending: wanted.sort === key && !wanted.descending, offset: 0 });
  }
  const searchLater = debounce(PAUSE, () => look({ search: search.value, offset: 0 }));
  search.addEventListener("input", searchLater);

  function drawHead() {
    const state = model.get("state");
    const titles = model.get("columns").map((column) => {
      const sorted = state.sort === column.key ? (state.descending ? "descending" : "ascending") : null;
      const title = column.sortable
        ? make("button", { type: "button", class: "iv-sort", "data-key": column.key, onclick: () => sortBy(column.key) }, column.label)
        : make("span", {}, column.label);
      return make("th", { scope: "col", "aria-sort": column.sortable ? sorted ?? "none" : null }, title);
    });
    if (model.get("rows").some((row) => row.actions.length)) titles.push(make("th", { scope: "col" }, words.actions));
    const focused = head.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    head.replaceChildren(...titles);
    if (focused) head.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  function actionButton(row, [key, label], attributes, content = label) {
    return make("button", {
      type: "button", "data-key": `${row.id} ${key}`, ...attributes,
      "aria-label": fill(words.action_name, { action: label, name: row.cells[0]?.text ?? "" }),
      onclick: once((event) => press(event.currentTarget, ask, { type: "action", action: key, id: row.id })),
    }, content);
  }

  // A person's row is pressed anywhere; for the keyboard, the name is its button.
  function drawPerson(row, { text, below, face }) {
    const name = row.opens.length ? actionButton(row, row.opens, { class: "iv-name" }, text) : make("strong", {}, text);
    return make("div", { class: "iv-who" }, drawFace(face), make("div", {}, name, below ? make("span", {}, below) : null));
  }

  function drawRow(row, at) {
    const cells = row.cells.map((cell, place) => {
      const column = model.get("columns")[place];
      if (column.kind === "person") return make("th", { scope: "row" }, drawPerson(row, cell));
      return makeCell(column, cell, place === 0, () => openButton(column.key, row.id, cell.text));
    });
    if (row.note) (cells[0].querySelector(".iv-who > div") ?? cells[0]).append(make("span", { class: "iv-note" }, row.note));
    const buttons = row.actions.map((action) => actionButton(row, action, {}));
    if (buttons.length) cells.push(make("td", { class: "iv-actions" }, buttons));
    return make("tr", { style: `--iv-at: ${at + 1}` }, cells);
  }

  function shownPanel() {
    const panels = [...document.querySelectorAll(`[id="${CSS.escape(model.get("panel"))}"]`)];
    return panels.find((panel) => panel.getClientRects().length);
  }

  function openButton(column, id, text) {
    const key = `${id} ${column}`;
    return make("button", {
      type: "button", class: text ? "iv-open" : "iv-open iv-to-fill", "data-key": key, "aria-current": model.get("opened") === key ? "true" : null,
      onclick: async () => {
        if (await ask({ type: "open", column, id }, { limit: 15000 })) shownPanel()?.focus();
      },
    }, text ? make("span", {}, text) : [make("span", { class: "iv-gap", "aria-hidden": "true" }, "+"), make("span", { class: "iv-unseen" }, words.nothing_yet)]);
  }

  function drawBody() {
    redrawn(body, () => body.replaceChildren(...model.get("rows").map(drawRow)), search);
    table.style.setProperty("--iv-rows", model.get("rows").length);
  }

  function draw() {
    const { offset } = model.get("state");
    const rows = model.get("rows");
    const total = model.get("total");
    drawHead();
    drawBody();
    table.hidden = rows.length === 0;
    empty.hidden = rows.length > 0;
    empty.textContent = model.get("state").search ? words.nothing_found : model.get("empty");
    const from = rows.length ? offset + 1 : 0;
    place.textContent = fill(words.place, { from, to: offset + rows.length, total });
    const isMore = total > model.get("page_size");
    pager.hidden = !isMore || model.get("few_enough");
    all.hidden = !isMore || !model.get("few_enough");
    all.textContent = fill(rows.length < total ? words.all : words.fewer, { total, number: model.get("page_size") });
    previous.disabled = offset <= 0;
    next.disabled = offset + rows.length >= total;
    if (pager.contains(document.activeElement) && document.activeElement.disabled) (next.disabled ? previous : next).focus();
    summary.textContent = model.get("summary");
    summary.hidden = !model.get("summary");
  }
  const drawSoon = debounce(0, () => {
    draw();
    if (speak) live.say([model.get("summary"), all.hidden ? place.textContent : ""].filter(Boolean).join(" "));
    speak = false;
  });
  draw();
  hear(model, signal, "enter", () => enter(shownPanel));
  follow(model, signal, ["state"], catchUp);
  follow(model, signal, ["rows", "total", "few_enough", "summary", "columns", "state", "opened"], drawSoon);
  return () => searchLater.cancel();
}

export default { render };
