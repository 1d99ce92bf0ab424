const PIECE = 1000000;

function render({ model, el }) {
  begin(el, "iv-upload");
  const words = model.get("words");
  const ask = asker(model);
  const id = newId();
  const input = make("input", { type: "file", id, accept: model.get("accept"), "aria-describedby": `${id}-hint ${id}-said` });
  const said = make("p", { id: `${id}-said`, class: "iv-said", role: "status", "aria-live": "polite" });
  const zone = make("div", { class: "iv-drop" },
    make("label", { for: id }, model.get("label")),
    make("p", { class: "iv-hint", id: `${id}-hint` }, model.get("hint")),
    input, make("p", { class: "iv-drop-words", "aria-hidden": "true" }, words.drop), said);
  el.append(zone);
  let busy = false;

  function say(text, wrong = false) {
    said.textContent = text;
    said.classList.toggle("iv-error", wrong);
  }

  async function take(file) {
    if (!file || busy) return;
    const limit = model.get("limit");
    if (file.size > limit) return say(fill(words.too_large, { limit: Math.floor(limit / 1000000) }), true);
    if (file.size === 0) return say(words.nothing_in_it, true);
    busy = true;
    try {
      await send(file);
    } catch {
      say(words.unreadable, true);
    }
    busy = false;
    input.value = ""; // the same file can be chosen again
  }

  async function send(file) {
    for (let at = 0; at < file.size; at += PIECE) {
      say(fill(words.sending, { name: file.name, percent: Math.round((100 * at) / file.size) }));
      const piece = await file.slice(at, at + PIECE).arrayBuffer();
      const message = { type: "piece", name: file.name, at, size: file.size };
      const worked = await ask(message, { buffers: [piece], limit: 120000 });
      if (!worked) return say(fill(words.failed, { name: file.name }), true);
    }
    say(fill(words.done, { name: file.name }));
  }

  input.addEventListener("change", () => take(input.files[0]));
  zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("iv-over"); });
  zone.addEventListener("dragleave", () => zone.classList.remove("iv-over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("iv-over");
    take(event.dataTransfer.files[0]);
  });
}

export default { render };
