// Shared by all components; this text stands before each component's own module.

// Makes an element. Text goes in as text nodes, so nothing typed is ever read as HTML.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

// Draws somebody's face, as Python does; the name stands beside it.
function drawFace([letters, hue]) {
  return make("span", { class: `iv-face iv-face-${hue}`, "aria-hidden": "true" }, letters);
}

// Fills {name} in one of the words that came from Python.
function fill(pattern, values) {
  return (pattern ?? "").replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

let idCount = 0;
const idBase = Math.random().toString(36).slice(2, 8);
function newId() {
  idCount += 1;
  return `iv-${idBase}-${idCount}`;
}

// Marks a view's root as ours.
function begin(el, name) {
  el.classList.add("infoview", name);
}

// True in JupyterLab and its kin; Voilà puts a page's cells into an element of its own.
function inNotebook() {
  return document.getElementById("rendered_cells") === null;
}

// Whether a click is the second half of a double click. It is meant for no button, least of all for one that has just
// come under the pointer. A mouse counts its clicks; a finger does not, so there time and place tell.
const TWICE = { within: 400, near: 24 }; // milliseconds, pixels
function isSecondHalf(event) {
  if (event.pointerType !== "touch") return event.detail > 1; // a key has 0
  const last = document.infoviewTap; // one for all components
  document.infoviewTap = { at: event.timeStamp, x: event.clientX, y: event.clientY };
  return event.timeStamp - last?.at < TWICE.within && Math.hypot(event.clientX - last.x, event.clientY - last.y) < TWICE.near;
}

// What a button does that changes something: once for a double click.
function once(act) {
  return (event) => { if (!isSecondHalf(event)) act(event); };
}

// Sends what a button says, and shows that it is at work until the answer is there; pressed again meanwhile it says nothing.
async function press(button, ask, message) {
  if (button.getAttribute("aria-busy")) return;
  button.setAttribute("aria-busy", "true");
  await ask(message, { limit: 15000 });
  button.removeAttribute("aria-busy");
}

// Draws anew what holds buttons. The one in use keeps the focus; when it is gone, the one in its place has it, or a spare.
function redrawn(root, draw, spare) {
  const buttons = () => [...root.querySelectorAll("button")].filter((button) => !button.closest("[hidden]"));
  const at = buttons().indexOf(document.activeElement);
  const key = at >= 0 ? document.activeElement.dataset.key : null;
  draw();
  if (at < 0) return;
  const now = buttons();
  (now.find((button) => button.dataset.key === key) ?? now[Math.min(at, now.length - 1)] ?? spare)?.focus();
}

const MARGIN = 32;

// Puts the focus on what the page may still be about to show, and brings its head, where reading starts, to the top.
function enter(find, findHead = find, tries = 20) {
  const target = find();
  if (!target?.getClientRects().length) {
    if (tries > 0) setTimeout(() => enter(find, findHead, tries - 1), 50);
    return;
  }
  target.focus({ preventScroll: true });
  const head = findHead(target);
  const room = window.visualViewport?.height ?? window.innerHeight;
  const length = target.getBoundingClientRect().bottom - head.getBoundingClientRect().top;
  if (length < room - MARGIN) head.scrollIntoView({ block: "start" });
  else target.scrollIntoView({ block: "center" });
}

// The last text with a heading in it that stands before an element in its section.
function headOf(el) {
  const heads = [...(el.closest(".iv-section") ?? document).querySelectorAll(":is(h2, h3, h4)")].filter((heading) =>
    heading.getClientRects().length && heading.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING);
  const heading = heads.at(-1);
  return heading?.closest(".iv-prose") ?? heading ?? el;
}

// A region that screen readers speak; saying the same again is heard again.
function liveRegion() {
  const region = make("div", { class: "iv-unseen", role: "status", "aria-live": "polite" });
  return { element: region, say: (text) => { region.textContent = ""; setTimeout(() => { region.textContent = text; }, 30); } };
}

// Sends a message; false when the connection is gone.
function tell(model, message, buffers = []) {
  try {
    model.send(message, undefined, buffers);
    return true;
  } catch {
    return false;
  }
}

// Numbers a model's messages and tells when Python is done with each: true when it worked. The answer is state, so that
// all that the message changed has arrived before it.
// No answer (the kernel died) leaves the promise open, unless a limit in milliseconds is given.
function asker(model) {
  const waiting = new Map();
  model.on("change:answered", () => {
    const [seq, worked] = model.get("answered");
    waiting.get(seq)?.(worked);
    waiting.delete(seq);
  });
  return function ask(message, { buffers = [], limit = 0 } = {}) {
    const seq = newId();
    return new Promise((resolve) => {
      waiting.set(seq, resolve);
      if (limit) setTimeout(() => resolve(false), limit);
      if (!tell(model, { ...message, seq }, buffers)) resolve(false);
    });
  };
}

// The tab's own storage; a browser that forbids it simply keeps nothing.
const storage = {
  get(key) { try { return sessionStorage.getItem(key); } catch { return null; } },
  set(key, value) { try { sessionStorage.setItem(key, value); return true; } catch { return false; } },
  remove(key) { try { sessionStorage.removeItem(key); } catch { /* nothing was kept */ } },
};

// Follows traits while a view is on the page.
function follow(model, signal, names, redraw) {
  for (const name of names) {
    model.on(`change:${name}`, redraw);
    signal?.addEventListener("abort", () => model.off(`change:${name}`, redraw));
  }
}

// Follows a message type while a view is on the page.
function hear(model, signal, type, act) {
  const listen = (message, buffers) => { if (message.type === type) act(message, buffers); };
  model.on("msg:custom", listen);
  signal?.addEventListener("abort", () => model.off("msg:custom", listen));
}

// Waits until typing pauses.
function debounce(wait, act) {
  let timer = 0;
  const later = (...values) => { clearTimeout(timer); timer = setTimeout(() => act(...values), wait); };
  later.cancel = () => clearTimeout(timer);
  return later;
}
