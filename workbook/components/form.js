// Short, so that advice follows the typing; while an answer is awaited nothing more is sent, for PATIENCE at most.
const PAUSE = 100;
// A date or time is sent when its typing rests, for each of its parts makes another day of it.
const REST = 700;
const PATIENCE = 2000;
// What makes sense only when it is whole, such as an address, is sent when its field is left: half of one is no mistake.
const WHOLE = ["email", "url", "number", "city"];

const IN_PARTS = ["date", "time"];

// What is typed and not yet known to be saved, for one model and all its views.
class Drafts {
  constructor(model) {
    this.model = model;
    this.ask = asker(model);
    this.unsaved = new Map(); // name -> { record, key, value, timer }
    this.asked = new Map(); // name -> when a value was sent whose answer has not come
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

  // What was shown, as far as Python knows of it, when this was typed over it.
  base(name, key) {
    const draft = this.unsaved.get(name);
    if (!draft) return this.model.get("values")[key];
    return draft.sent ? draft.value : draft.was;
  }

  type(key, value, wait) {
    const record = this.model.get("record");
    const name = this.name(record, key);
    clearTimeout(this.unsaved.get(name)?.timer);
    const draft = { record, key, value, was: this.base(name, key) };
    this.unsaved.set(name, draft);
    storage.set(name, JSON.stringify(value));
    if (wait !== null) draft.timer = setTimeout(() => this.send(name), wait);
  }

  async send(name, now = false) {
    const draft = this.unsaved.get(name);
    if (!draft || draft.sent) return;
    clearTimeout(draft.timer);
    if (!now && performance.now() - (this.asked.get(name) ?? -PATIENCE) < PATIENCE) {
      draft.timer = setTimeout(() => this.send(name), PAUSE / 4);
      return;
    }
    draft.sent = true;
    this.asked.set(name, performance.now());
    const { record, key, value, was } = draft;
    const saved = await this.ask({ type: "change", record, key, value, was });
    this.asked.delete(name);
    if (!saved || this.unsaved.get(name) !== draft) return;
    this.unsaved.delete(name);
    storage.remove(name);
    for (const listener of this.listeners) listener();
  }

  sendAll() {
    for (const name of this.unsaved.keys()) this.send(name, true);
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
      let inParts = new Set();
      const words = model.get("words");

      const change = (key, value, now) => {
        drafts.type(key, value, whole.has(key) || value === HALF ? null : inParts.has(key) ? REST : PAUSE);
        if (now) drafts.send(drafts.name(model.get("record"), key), true);
      };
      const leave = (field) => {
        drafts.sendAll();
        field.write(drafts.current(field.key));
      };
      const build = () => {
        const keysOf = (kinds) => new Set(model.get("fields").filter((field) => kinds.includes(field.kind)).map((field) => field.key));
        whole = keysOf(WHOLE);
        inParts = keysOf(IN_PARTS);
        fields = model.get("fields").map((field) => makeField(field, words, (value, now) => change(field.key, value, now)));
        const grid = make("div", { class: "iv-grid" }, fields.map((field) => field.element));
        const legend = model.get("legend");
        el.replaceChildren(legend ? make("fieldset", { class: "iv-group" }, make("legend", {}, legend), grid) : grid);
        for (const field of fields) field.element.addEventListener("focusout", () => leave(field));
        el.onkeydown = (event) => {
          if (event.key !== "Enter" || event.isComposing || !event.target.matches("input:not([type=checkbox], [type=radio])")) return;
          drafts.sendAll();
          tell(model, { type: "entered" });
        };
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
      const firstInput = () => fields[0]?.element.querySelector("input, textarea, select");
      build();
      redraw();
      markErrors();
      hear(model, signal, "enter", () => enter(firstInput, () => headOf(el)));
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
