function render({ model, el, signal }) {
  begin(el, "iv-folder");
  const ask = asker(model);
  const title = make("span", {}, model.get("title"));
  const count = make("span", { class: "iv-count" });
  const button = make("button", { type: "button", class: "iv-opener", onclick: once(() => press(button, ask, { type: "turn", open: !model.get("is_open") })) }, title, " ", count);
  el.append(make("h2", {}, button));

  function draw() {
    button.setAttribute("aria-expanded", String(model.get("is_open")));
    count.textContent = model.get("count") || "";
  }
  draw();
  follow(model, signal, ["count", "is_open"], draw);
}

export default { render };
