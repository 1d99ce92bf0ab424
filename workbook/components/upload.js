const PIECE = 1000000;

function render({ model, el }) {
  begin(el, "iv-upload");
  const words = model.get("words");
  const ask = asker(model);
  const id = newId();
  const several = model.get("several");
  const input = make("input", { type: "file", id, multiple: several, accept: model.get("accept"), "aria-describedby": `${id}-hint ${id}-said` });
  const said = make("p", { id: `${id}-said`, class: "iv-said", role: "status", "aria-live": "polite" });
  const zone = make("div", { class: "iv-drop" },
    make("label", { for: id }, model.get("label")),
    make("p", { class: "iv-hint", id: `${id}-hint` }, model.get("hint")),
    input, make("p", { class: "iv-drop-words", "aria-hidden": "true" }, several ? words.drop_several : words.drop), said);
  el.append(zone);
  let busy = false;

  function say(text, wrong = false) {
    said.textContent = text;
    said.classList.toggle("iv-error", wrong);
  }

  async function take(chosen) {
    const files = [...chosen].slice(0, several ? undefined : 1);
    if (!files.length || busy) return;
    busy = true;
    const answers = [];
    for (const [place, file] of files.entries()) answers.push(await answer(file, place));
    const wrong = answers.filter(([, worked]) => !worked);
    const told = wrong.length ? wrong.map(([text]) => text).join(" ") : answers.at(-1)[0];
    say(wrong.length || files.length === 1 ? told : fill(words.done_several, { number: files.length }), wrong.length > 0);
    busy = false;
    input.value = ""; // the same file can be chosen again
  }

  async function answer(file, place) {
    const limit = model.get("limit");
    if (file.size > limit) return [fill(words.too_large, { limit: Math.floor(limit / 1000000) }), false];
    if (file.size === 0) return [words.nothing_in_it, false];
    try {
      const worked = await send(file, place);
      return [fill(worked ? words.done : words.failed, { name: file.name }), worked];
    } catch {
      return [words.unreadable, false];
    }
  }

  async function send(file, place) {
    for (let at = 0; at < file.size; at += PIECE) {
      const isLast = at + PIECE >= file.size; // with it the reading begins
      const percent = Math.round((100 * at) / file.size);
      say(fill(isLast ? words.reading : words.sending, { name: file.name, percent }));
      const piece = await file.slice(at, at + PIECE).arrayBuffer();
      const message = { type: "piece", name: file.name, at, size: file.size, place };
      if (!(await ask(message, { buffers: [piece], limit: 120000 }))) return false;
    }
    return true;
  }

  input.addEventListener("change", () => take(input.files));
  zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("iv-over"); });
  zone.addEventListener("dragleave", () => zone.classList.remove("iv-over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("iv-over");
    take(event.dataTransfer.files);
  });
}

export default { render };
