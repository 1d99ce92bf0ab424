function query(name) {
  return new URL(window.location.href).searchParams.get(name) ?? "";
}

// The heading at which reading starts: the title of a step, or the first heading of a part of it.
function visibleHeading(levels) {
  const headings = [...document.querySelectorAll(`.iv-page :is(${levels})`)];
  return headings.find((heading) => !heading.closest(".iv-top") && heading.getClientRects().length > 0) ?? null;
}

function render({ model, el, signal }) {
  begin(el, "iv-stepper");
  el.setAttribute("role", "banner");
  const words = model.get("words");
  const inLab = inNotebook();
  const list = make("ol", {});
  const parts = make("ul", {});
  const within = make("nav", { "aria-label": words.parts, class: "iv-parts" }, parts);
  const rail = make("nav", { "aria-label": words.label, class: "iv-rail" },
    make("p", { class: "iv-brand" }, words.brand), list);
  const here = make("span", { class: "iv-here" });
  const place = make("span", { class: "iv-of" });
  const menuId = newId();
  const opener = make("button", {
    type: "button", class: "iv-where", "aria-expanded": "false", "aria-controls": menuId, onclick: () => openMenu(!isOpen()),
  }, here, place);
  const title = make("p", { class: "iv-title" });
  const menu = make("div", { class: "iv-menu", id: menuId }, rail, within);
  el.append(opener, title, menu);
  let shown = null; // the step and the part on screen
  let left = {}; // the headings of the page that is being left

  let awaited = null; // the place that was asked for and has not come yet, and whether it is new in the history

  const isOpen = () => opener.getAttribute("aria-expanded") === "true";

  // On a narrow screen the steps and parts stand behind one button.
  function openMenu(open) {
    opener.setAttribute("aria-expanded", String(open));
    el.classList.toggle("iv-open-menu", open);
    if (open) list.querySelector("[aria-current]")?.focus();
  }

  const step = (key) => model.get("steps").find(([name]) => name === key);
  const isHere = (key, part) => key === model.get("current") && (!part || part === model.get("part"));

  // Whatever a person presses may lead elsewhere: remember where reading stood before.
  function leave() {
    left = { h1: visibleHeading("h1"), h2: visibleHeading("h2") };
  }

  function go(key, part = "", isNew = true) {
    if (part || (step(key)?.[2].length ?? 0) < 2) openMenu(false); // a step with parts shows them first
    leave();
    if (awaited || !isHere(key, part)) awaited = { key, part, isNew };
    tell(model, { type: "step", key, part });
  }

  function writeAddress(key, part, push) {
    const named = (step(key)?.[2].length ?? 0) > 1 ? part : "";
    if (inLab || (query("step") === key && query("part") === named)) return;
    const address = new URL(window.location.href);
    address.searchParams.set("step", key);
    if (named) address.searchParams.set("part", named);
    else address.searchParams.delete("part");
    window.history[push ? "pushState" : "replaceState"]({}, "", address);
  }

  // Puts buttons into a list, and the focus back onto the one that had it.
  function fillList(target, buttons) {
    const focused = target.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    target.replaceChildren(...buttons.map((button) => make("li", {}, button)));
    if (focused) target.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  function draw() {
    const current = model.get("current");
    fillList(list, model.get("steps").map(([key, label]) => {
      const mark = model.get("marks")[key] ?? "";
      const word = mark ? make("span", { class: `iv-mark iv-mark-${mark}` }, words[mark.replace("-", "_")]) : null;
      return make("button", {
        type: "button", "data-key": key, "aria-current": key === current ? "step" : null, onclick: () => go(key),
      }, make("span", { class: "iv-step" }, label), word ? " " : null, word);
    }));
    const offered = step(current)?.[2] ?? [];
    const number = model.get("steps").findIndex(([key]) => key === current);
    const label = step(current)?.[1] ?? "";
    here.textContent = label;
    place.textContent = fill(words.of, { number: number + 1, total: model.get("steps").length });
    title.textContent = label;
    title.hidden = offered.length > 1;
    within.hidden = offered.length < 2;
    fillList(parts, offered.map(([key, label]) => make("button", {
      type: "button", "data-key": key, "aria-current": key === model.get("part") ? "true" : null,
      onclick: () => go(current, key),
    }, label)));
  }

  // The widgets around it cannot say what they are to a page; they may come after this one.
  function nameLandmarks(tries = 40) {
    const app = el.closest(".iv-app");
    const onward = app?.querySelector(":scope > .iv-action-row");
    if (!onward) {
      if (tries > 0) setTimeout(() => nameLandmarks(tries - 1), 50);
      return;
    }
    app.querySelector(":scope > .iv-stage").setAttribute("role", "main");
    onward.setAttribute("role", "navigation");
    onward.setAttribute("aria-label", words.onward);
  }

  // After a place was chosen, reading starts at its heading, as soon as it is there.
  function focusHeading(levels, tries = 40) {
    const heading = visibleHeading(levels);
    if ((!heading || heading === left[levels]) && tries > 0) {
      setTimeout(() => focusHeading(levels, tries - 1), 50);
      return;
    }
    left = {};
    if (!heading || document.activeElement?.matches("input, textarea, select")) return; // nobody is taken from typing
    heading.setAttribute("tabindex", "-1");
    heading.focus({ preventScroll: true });
    (el.closest(".iv-app") ?? el).scrollIntoView();
  }

  // A place on the way to the one that is awaited is drawn, and leaves no trace in the history.
  function arrive() {
    const [current, part] = [model.get("current"), model.get("part")];
    const isAwaited = awaited && isHere(awaited.key, awaited.part);
    draw();
    if (!inLab) document.title = fill(words.title, { step: step(current)?.[1] });
    if (shown !== null && (shown.current !== current || shown.part !== part)) {
      const fresh = shown.current !== current;
      if (!awaited || isAwaited) writeAddress(current, part, awaited?.isNew ?? true);
      focusHeading(fresh ? "h1" : "h2");
    }
    if (isAwaited) awaited = null;
    shown = { current, part };
  }

  // Goes where the address says; what it does not say stays as it is.
  function followAddress() {
    const offered = step(query("step"));
    if (!offered) return false;
    const [key, , parts] = offered;
    const part = parts.some(([name]) => name === query("part")) ? query("part") : "";
    if (awaited || !isHere(key, part)) go(key, part, false);
    return true;
  }

  el.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    openMenu(false);
    opener.focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (isOpen() && !el.contains(event.target)) openMenu(false);
  }, { signal });
  if (!inLab) nameLandmarks();
  const asked = !inLab && followAddress();
  arrive();
  if (!asked) writeAddress(model.get("current"), model.get("part"), false);
  if (!inLab) {
    window.addEventListener("popstate", followAddress, { signal });
    document.addEventListener("click", leave, { capture: true, signal });
  }
  const settled = debounce(0, arrive); // a step and its part arrive together, as two changes
  follow(model, signal, ["current", "part"], settled);
  follow(model, signal, ["marks", "steps"], draw);
}

export default { render };
