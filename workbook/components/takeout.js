async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelection(text);
  }
}

// On plain http, as on a laptop's own network, browsers know no clipboard but the older way to it.
function copySelection(text) {
  const held = document.activeElement;
  const area = make("textarea", { readonly: true, "aria-hidden": "true" });
  area.value = text;
  Object.assign(area.style, { position: "fixed", top: "0", opacity: "0" });
  document.body.append(area);
  area.select();
  area.setSelectionRange(0, text.length);
  const worked = document.execCommand("copy");
  area.remove();
  held?.focus?.({ preventScroll: true });
  return worked;
}

function saveFile(name, kind, data) {
  const url = URL.createObjectURL(new Blob([data], { type: kind }));
  const anchor = make("a", { href: url, download: name, hidden: true });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

// The page for paper lives in a frame of its own, without scripts, so that only it is printed.
function printPage(html, title) {
  document.querySelector("iframe.iv-paper")?.remove();
  const frame = make("iframe", { class: "iv-paper", title, "aria-hidden": "true", tabindex: "-1", sandbox: "allow-same-origin allow-modals" });
  frame.addEventListener("load", () => { frame.contentWindow.focus(); frame.contentWindow.print(); }, { once: true });
  frame.srcdoc = html;
  document.body.append(frame);
}

function render({ model, el, signal }) {
  begin(el, "iv-takeout");
  const words = model.get("words");
  const ask = asker(model);
  const live = liveRegion();
  const row = make("div", { class: "iv-buttons", role: "group", "aria-label": model.get("label") });
  const said = make("p", { class: "iv-said", "aria-hidden": "true" });
  const fallback = make("div", { class: "iv-field", hidden: true });
  el.append(row, said, fallback, live.element);
  let asking = null;

  function say(text) {
    said.textContent = text;
    live.say(text);
  }

  async function copy(item) {
    fallback.hidden = true;
    if (await copyText(item.text)) say(words.copied);
    else offerText(item.text);
    tell(model, { type: "take", key: item.key });
  }

  function offerText(text) {
    const id = newId();
    const area = make("textarea", { id, rows: 8, readonly: true });
    area.value = text;
    const how = matchMedia("(pointer: coarse)").matches ? words.copy_by_finger : words.copy_yourself;
    fallback.replaceChildren(make("label", { for: id }, how), area);
    fallback.hidden = false;
    area.focus();
    area.select();
    say(how);
  }

  async function download(item) {
    asking = item.key;
    say(words.preparing);
    const worked = await ask({ type: "make", key: item.key }, { limit: 60000 });
    if (!worked && said.textContent === words.preparing) say(words.failed);
    asking = null;
  }

  function draw() {
    const focused = row.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    row.replaceChildren(...model.get("items").map((item) => {
      const attributes = { "data-key": item.key };
      if (item.way === "link") {
        // Beside the page: in place, some browsers would take it for leaving, and the kernel would be stopped.
        return make("a", { ...attributes, class: "iv-button", href: item.href, target: "_blank", rel: "noopener noreferrer",
          onclick: () => tell(model, { type: "take", key: item.key }) }, item.label);
      }
      const act = { copy, download, paper: download, print: () => { printPage(item.html, item.label); tell(model, { type: "take", key: item.key }); } }[item.way];
      return make("button", { ...attributes, type: "button", onclick: () => act(item) }, item.label);
    }));
    if (focused) row.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }
  draw();
  follow(model, signal, ["items"], draw);
  hear(model, signal, "file", (message, buffers) => {
    if (message.key !== asking) return; // another view of the same widget asked
    saveFile(message.name, message.kind, buffers[0]);
    say(fill(words.downloaded, { name: message.name }));
  });
  hear(model, signal, "paper", (message) => {
    if (message.key !== asking) return; // likewise
    printPage(message.html, model.get("items").find((item) => item.key === message.key).label);
    say(words.printing);
  });
}

export default { render };
