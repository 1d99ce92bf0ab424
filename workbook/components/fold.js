function render({ model, el, signal }) {
  begin(el, "iv-folder");
  const ask = asker(model);
  const title = make("span", {}, model.get("title"));
  const count = make("span", { class: "iv-count" });
  const button = make("button", { type: "button", onclick: once(turn) }, title, " ", count);
  el.append(make("h2", {}, button));

  async function turn() {
    if (button.getAttribute("aria-busy")) return;
    button.setAttribute("aria-busy", "true");
    await ask({ type: "turn", open: !model.get("is_open") }, { limit: 15000 });
    button.removeAttribute("aria-busy");
  }

  function draw() {
    button.setAttribute("aria-expanded", String(model.get("is_open")));
    count.textContent = model.get("count") || "";
  }
  draw();
  follow(model, signal, ["count", "is_open"], draw);
}

export default { render };
