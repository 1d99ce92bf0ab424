const PAUSE = 400;
// What makes sense only when it is whole, such as an address, is sent when its field is left: half of one is no mistake.
const WHOLE = ["email", "url", "number", "city"];
const inputModes = { email: "email", url: "url", number: "numeric" };
const hasCaret = (input) => input instanceof HTMLTextAreaElement || ["text", "tel"].includes(input.type);

// What is typed and not yet known to be saved, for one model and all its views.
class Drafts {
  constructor(model) {
    this.model = model;
    this.ask = asker(model);
    this.unsaved = new Map(); // name -> { record, key, value, timer }
    this.listeners = new Set();
  }

  name(record, key) {
    return `infoview:${this.model.get("store")}:${record}:${key}`;
  }

  // The text to show: what was typed if it is not saved yet, else what Python knows.
  current(key) {
    const draft = this.unsaved.get(this.name(this.model.get("record"), key));
    return draft ? draft.value : this.model.get("values")[key];
  }

  type(key, value, wait) {
    const record = this.model.get("record");
    const name = this.name(record, key);
    clearTimeout(this.unsaved.get(name)?.timer);
    const draft = { record, key, value };
    this.unsaved.set(name, draft);
    storage.set(name, JSON.stringify(value));
    if (wait !== null) draft.timer = setTimeout(() => this.send(name), wait);
  }

  async send(name) {
    const draft = this.unsaved.get(name);
    if (!draft || draft.sent) return;
    clearTimeout(draft.timer);
    draft.sent = true;
    const saved = await this.ask({ type: "change", record: draft.record, key: draft.key, value: draft.value });
    if (!saved || this.unsaved.get(name) !== draft) return;
    this.unsaved.delete(name);
    storage.remove(name);
    for (const listener of this.listeners) listener();
  }

  sendAll() {
    for (const name of this.unsaved.keys()) this.send(name);
  }

  // Text left behind by a lost connection or a reload goes back into its field and on to Python.
  restore() {
    const record = this.model.get("record");
    for (const { key } of this.model.get("fields")) {
      const name = this.name(record, key);
      const kept = storage.get(name);
      if (kept === null || this.unsaved.has(name)) continue;
      const value = JSON.parse(kept);
      if (value === this.model.get("values")[key]) storage.remove(name);
      else this.type(key, value, 0);
    }
  }
}

// Each field is { element, input, read, write }.
function makeField(field, words, changed) {
  const id = newId();
  const hint = field.hint ? make("p", { class: "iv-hint", id: `${id}-hint` }, field.hint) : null;
  const error = make("p", { class: "iv-error", id: `${id}-error`, hidden: true });
  const counter = field.count ? make("p", { class: "iv-count" }) : null;
  const describedBy = [hint && `${id}-hint`, `${id}-error`].filter(Boolean).join(" ");
  const attributes = {
    id, name: field.key, "aria-describedby": describedBy, "aria-required": field.required ? "true" : null,
    autocomplete: field.autocomplete || "off",
  };
  const kinds = { long: makeLong, choice: makeChoice, radios: makeRadios, check: makeCheck };
  const control = (kinds[field.kind] ?? makeLine)(field, attributes, words);
  const offers = field.offers.length ? makeOffers(field, words, (text) => take(text)) : null;
  const follow = () => {
    if (counter) showCount(counter, field.count, control.read(), words);
    offers?.follow(control.read());
  };
  const write = (value) => {
    if (control.read() !== value) control.write(value);
    follow();
  };
  const tell = (now) => {
    follow();
    changed(control.read(), now);
  };
  const take = (text) => {
    control.write(text);
    control.element.focus();
    tell(true);
  };
  control.element.addEventListener("input", () => tell(false));
  control.element.addEventListener("change", () => tell(!["date", "time"].includes(field.kind)));
  const examples = field.examples.length ? makeExamples(field, words) : null;
  const parts = field.kind === "radios" || field.kind === "check"
    ? [control.element, hint] : [makeLabel(field, id, words), hint, control.element];
  const below = make("div", { class: "iv-below" }, counter, error, offers?.element, examples);
  const element = make("div", { class: `iv-field iv-${field.width} iv-kind-${field.kind}` }, parts, below);
  const showError = (sentence) => {
    error.textContent = sentence ?? "";
    error.hidden = !sentence;
    for (const input of control.inputs ?? [control.element]) {
      if (sentence) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
  };
  return { key: field.key, element, read: control.read, write, showError, focused: () => control.element.contains(document.activeElement) };
}

function makeLabel(field, id, words) {
  return make("label", { for: id }, field.label, field.required ? make("span", { class: "iv-needed" }, ` ${words.needed}`) : null);
}

function makeExamples(field, words) {
  const summary = make("summary", {}, words[field.examples.length > 1 ? "examples" : "example"],
    make("span", { class: "iv-unseen" }, ` ${field.label}`));
  return make("details", { class: "iv-examples" }, summary, field.examples.map((text) => make("blockquote", {}, text)));
}

// Offers go away as soon as something of one's own stands in the field: a click never takes typed words away.
function makeOffers(field, words, take) {
  const buttons = field.offers.map((text) => make("button", { type: "button", class: "iv-quiet", onclick: () => take(text) }, text));
  const label = make("span", { class: "iv-hint" }, words.offers);
  const element = make("div", { class: "iv-offers", role: "group", "aria-label": `${words.offers} ${field.label}` }, label, buttons);
  const follow = (value) => {
    buttons.forEach((button, at) => { button.hidden = field.offers[at] === value; });
    element.hidden = (value && !field.offers.includes(value)) || buttons.every((button) => button.hidden);
  };
  return { element, follow };
}

function textControl(element) {
  const write = (value) => {
    const caret = hasCaret(element) && document.activeElement === element ? [element.selectionStart, element.selectionEnd] : null;
    element.value = value ?? "";
    if (caret) element.setSelectionRange(...caret);
  };
  return { element, read: () => element.value, write };
}

function makeLine(field, attributes) {
  const type = ["date", "time", "tel"].includes(field.kind) ? field.kind : "text";
  return textControl(make("input", { ...attributes, type, inputmode: inputModes[field.kind] }));
}

function makeLong(field, attributes) {
  return textControl(make("textarea", { ...attributes, rows: field.rows, style: `--iv-rows: ${Number(field.rows)}` }));
}

function makeChoice(field, attributes) {
  const options = field.options.map(([value, label]) => make("option", { value }, label));
  return textControl(make("select", attributes, options));
}

function makeRadios(field, attributes, words) {
  const inputs = field.options.map(([value]) => make("input", { type: "radio", name: attributes.id, value, id: newId() }));
  const rows = field.options.map(([, label], at) => make("div", { class: "iv-option" }, inputs[at], make("label", { for: inputs[at].id }, label)));
  const legend = make("legend", {}, field.label, field.required ? make("span", { class: "iv-needed" }, ` ${words.needed}`) : null);
  const element = make("fieldset", { "aria-describedby": attributes["aria-describedby"] }, legend, rows);
  const read = () => inputs.find((input) => input.checked)?.value ?? "";
  return { element, inputs, read, write: (value) => { for (const input of inputs) input.checked = input.value === value; } };
}

function makeCheck(field, attributes) {
  const input = make("input", { ...attributes, type: "checkbox", autocomplete: null });
  const element = make("div", { class: "iv-option" }, input, make("label", { for: attributes.id }, field.label));
  return { element, inputs: [input], read: () => input.checked, write: (value) => { input.checked = Boolean(value); } };
}

function showCount(element, unit, text, words) {
  const count = unit === "words" ? text.split(/\s+/).filter(Boolean).length : text.length;
  element.textContent = fill(words[count === 1 ? `one_${unit}` : unit], { n: count });
}

export default () => {
  let drafts;
  return {
    initialize({ model }) {
      drafts = new Drafts(model);
    },
    render({ model, el, signal }) {
      begin(el, "iv-form");
      let fields = [];
      let shown = null;
      let whole = new Set();
      const words = model.get("words");

      const change = (key, value, now) => {
        const year = /^(\d{4})-\d\d-\d\d$/.exec(value)?.[1]; // a year half typed is no date yet
        if (year && Number(year) < 1900) return;
        drafts.type(key, value, whole.has(key) ? null : PAUSE);
        if (now) drafts.send(drafts.name(model.get("record"), key));
      };
      const leave = (field) => {
        drafts.sendAll();
        field.write(drafts.current(field.key));
      };
      const build = () => {
        whole = new Set(model.get("fields").filter((field) => WHOLE.includes(field.kind)).map((field) => field.key));
        fields = model.get("fields").map((field) => makeField(field, words, (value, now) => change(field.key, value, now)));
        const grid = make("div", { class: "iv-grid" }, fields.map((field) => field.element));
        const legend = model.get("legend");
        el.replaceChildren(legend ? make("fieldset", { class: "iv-group" }, make("legend", {}, legend), grid) : grid);
        for (const field of fields) field.element.addEventListener("focusout", () => leave(field));
      };
      // A field being typed in is left alone where Python only trimmed it; it catches up when left.
      const fillIn = () => {
        for (const field of fields) {
          const value = drafts.current(field.key);
          const same = typeof value === "string" && value.trim() === String(field.read()).trim();
          if (!(same && field.focused() && shown === model.get("record"))) field.write(value);
        }
      };
      const redraw = () => {
        if (shown !== model.get("record")) {
          drafts.sendAll();
          drafts.restore();
        }
        fillIn();
        shown = model.get("record");
      };
      // Another logbook, or the same one brought back to a new kernel: what was typed for it is looked up anew.
      const reopen = () => {
        shown = null;
        redraw();
      };
      const markErrors = () => {
        for (const field of fields) field.showError(model.get("errors")[field.key]);
      };
      const rebuild = () => {
        const place = fields.findIndex((field) => field.focused());
        const key = fields[place]?.key;
        build();
        shown = null;
        redraw();
        markErrors();
        fields.find((field) => field.key === key)?.element.querySelector("input, textarea, select")?.focus();
      };
      // The page may still be about to show the form.
      const enter = (tries = 20) => {
        const first = fields[0]?.element.querySelector("input, textarea, select");
        if (!first?.getClientRects().length) {
          if (tries > 0) setTimeout(() => enter(tries - 1), 50);
          return;
        }
        first.focus({ preventScroll: true });
        el.scrollIntoView({ block: "center" });
      };
      build();
      redraw();
      markErrors();
      hear(model, signal, "enter", () => enter());
      follow(model, signal, ["record", "values"], redraw);
      follow(model, signal, ["store"], reopen);
      follow(model, signal, ["errors"], markErrors);
      follow(model, signal, ["fields"], rebuild);
      drafts.listeners.add(fillIn);
      const flush = () => drafts.sendAll();
      window.addEventListener("pagehide", flush, { signal });
      document.addEventListener("visibilitychange", flush, { signal });
      return () => {
        drafts.sendAll();
        drafts.listeners.delete(fillIn);
      };
    },
  };
};
