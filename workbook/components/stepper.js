function queryStep() {
  return new URL(window.location.href).searchParams.get("step");
}

function visibleHeading() {
  const headings = [...document.querySelectorAll(".iv-page :is(h1, h2)")];
  return headings.find((heading) => heading.getClientRects().length > 0) ?? null;
}

function render({ model, el, signal }) {
  begin(el, "iv-stepper");
  const words = model.get("words");
  const inLab = inNotebook();
  const list = make("ol", {});
  el.append(make("nav", { "aria-label": words.label }, list));
  let shown = null;
  let left = null; // the heading of the page that is being left

  const known = (key) => model.get("steps").some(([step]) => step === key);
  const go = (key) => {
    left = visibleHeading();
    tell(model, { type: "step", key });
  };

  function writeAddress(key, push) {
    if (inLab || queryStep() === key) return;
    const address = new URL(window.location.href);
    address.searchParams.set("step", key);
    window.history[push ? "pushState" : "replaceState"]({}, "", address);
  }

  function draw() {
    const current = model.get("current");
    const focused = list.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    list.replaceChildren(...model.get("steps").map(([key, label], at) => {
      const mark = model.get("marks")[key] ?? "";
      const word = mark ? make("span", { class: `iv-mark iv-mark-${mark}` }, words[mark.replace("-", "_")]) : null;
      const button = make("button", {
        type: "button", "data-key": key, "aria-current": key === current ? "step" : null, onclick: () => go(key),
      }, make("span", { class: "iv-number", "aria-hidden": "true" }, `${at + 1}`),
      make("span", { class: "iv-step" }, make("span", {}, label), word ? " " : null, word));
      return make("li", {}, button);
    }));
    if (focused) list.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  // After a step was chosen, reading starts at the heading of the new page, as soon as it is there.
  function focusHeading(tries = 40) {
    const heading = visibleHeading();
    if ((!heading || heading === left) && tries > 0) {
      setTimeout(() => focusHeading(tries - 1), 50);
      return;
    }
    left = null;
    if (!heading) return;
    heading.setAttribute("tabindex", "-1");
    heading.focus({ preventScroll: true });
    el.scrollIntoView();
  }

  function arrive() {
    const current = model.get("current");
    draw();
    if (!inLab) document.title = fill(words.title, { step: model.get("steps").find(([key]) => key === current)?.[1] });
    if (shown !== null && shown !== current) {
      left ??= visibleHeading();
      writeAddress(current, true);
      focusHeading();
    }
    shown = current;
  }

  const asked = queryStep();
  if (!inLab && known(asked) && asked !== model.get("current")) go(asked);
  arrive();
  if (!known(asked)) writeAddress(model.get("current"), false);
  if (!inLab) {
    window.addEventListener("popstate", () => {
      const key = queryStep();
      if (known(key) && key !== model.get("current")) go(key);
    }, { signal });
  }
  follow(model, signal, ["current"], arrive);
  follow(model, signal, ["marks", "steps"], draw);
}

export default { render };
