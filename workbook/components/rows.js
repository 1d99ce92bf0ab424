function render({ model, el, signal }) {
  begin(el, "iv-rows");
  const words = model.get("words");
  const ask = asker(model);
  const open = new Set(); // the folded groups that were opened

  function drawButton(row, action, attributes, ...content) {
    return make("button", {
      type: "button", "data-key": `${row.id} ${action}`, ...attributes,
      onclick: once((event) => press(event.currentTarget, ask, { type: "action", action, id: row.id })),
    }, ...content);
  }

  function drawRow(row) {
    const said = [make("strong", {}, row.text), row.below ? make("span", {}, row.below) : null];
    return make("li", {},
      row.face ? drawFace(row.face) : make("span", { class: "iv-face iv-nobody", "aria-hidden": "true" }),
      row.opens ? drawButton(row, "open", { class: "iv-what" }, ...said) : make("p", { class: "iv-what" }, ...said),
      row.actions.map(([key, label]) => drawButton(row, key, {
        class: "iv-quiet", "aria-label": fill(words.action_name, { action: label, name: row.text }),
      }, label)));
  }

  function turn(key) {
    if (!open.delete(key)) open.add(key);
    draw();
  }

  function drawGroup(group) {
    const list = make("ul", { id: newId() }, group.rows.map(drawRow));
    if (!group.folded) return [make("h3", { class: "iv-small" }, group.title), list];
    list.hidden = !open.has(group.key);
    const count = make("span", { class: "iv-count" }, String(group.rows.length));
    return [make("h3", {}, make("button", {
      type: "button", class: "iv-opener", "data-key": group.key, "aria-expanded": String(!list.hidden),
      "aria-controls": list.id, onclick: () => turn(group.key),
    }, make("span", {}, group.title), " ", count)), list];
  }

  const draw = () => redrawn(el, () => el.replaceChildren(...model.get("groups").flatMap(drawGroup)));
  draw();
  follow(model, signal, ["groups"], draw);
}

export default { render };
