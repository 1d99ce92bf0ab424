function render({ model, el, signal }) {
  begin(el, "iv-action-row");
  const ask = asker(model);
  let busy = null;

  async function act(key) {
    if (busy || !model.get("enabled").includes(key)) return;
    busy = key;
    mark();
    await ask({ type: "action", key }, { limit: 30000 });
    busy = null;
    mark();
  }

  // aria-disabled, not disabled: a button that vanishes from the keyboard's way loses the focus.
  function mark() {
    for (const button of el.querySelectorAll("button")) {
      const off = busy !== null || !model.get("enabled").includes(button.dataset.key);
      button.setAttribute("aria-disabled", String(off));
      if (busy === button.dataset.key) button.setAttribute("aria-busy", "true");
      else button.removeAttribute("aria-busy");
    }
  }

  function draw() {
    const focused = el.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    el.replaceChildren(...model.get("actions").map(({ key, label, primary }) =>
      make("button", { type: "button", "data-key": key, class: primary ? "iv-primary" : "", onclick: once(() => act(key)) }, label)));
    mark();
    if (focused) el.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }
  draw();
  follow(model, signal, ["actions"], draw);
  follow(model, signal, ["enabled"], mark);
}

export default { render };
