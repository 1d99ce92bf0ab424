// The widgets' browser half: the few kinds of ipywidgets that the pages are made of, and anywidget's components.
// What ipywidgets' own manager does for any notebook, this does for these pages, in a hundredth of the bytes.

const REFERENCE = "IPY_MODEL_";

class Events {
  listeners = new Map();

  on(name, act) {
    if (!this.listeners.has(name)) this.listeners.set(name, new Set());
    this.listeners.get(name).add(act);
  }

  off(name, act) {
    this.listeners.get(name)?.delete(act);
  }

  trigger(name, ...values) {
    for (const act of [...(this.listeners.get(name) ?? [])]) act(...values);
  }
}

class Model extends Events {
  constructor(id, state, say) {
    super();
    Object.assign(this, { id, state, say });
  }

  get(name) {
    return this.state[name];
  }

  send(content, _callbacks, buffers = []) {
    this.say(this.id, { method: "custom", content }, buffers);
  }

  take(state) {
    const changed = Object.keys(state);
    Object.assign(this.state, state);
    for (const name of changed) this.trigger(`change:${name}`);
    this.trigger("change");
  }
}

// Bytes within a state come beside it, each with the way to its place.
function putBytesBack(state, paths, buffers) {
  for (const [number, path] of paths.entries()) {
    const place = path.slice(0, -1).reduce((at, key) => at[key], state);
    place[path.at(-1)] = new DataView(buffers[number].buffer, buffers[number].byteOffset, buffers[number].byteLength);
  }
  return state;
}

const modules = new Map();
function moduleOf(source) {
  if (!modules.has(source)) {
    const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    modules.set(source, import(address).finally(() => URL.revokeObjectURL(address)));
  }
  return modules.get(source);
}

function addStyle(model) {
  const id = `style-${model.get("_anywidget_id")}`;
  if (!model.get("_css") || document.getElementById(id)) return;
  const style = document.createElement("style");
  style.id = id;
  style.textContent = model.get("_css");
  document.head.append(style);
}

// What a component of anywidget is: its module's `initialize` runs once for each model, `render` for each view.
class Component {
  constructor(model) {
    this.model = model;
    this.ended = new AbortController();
    addStyle(model);
    this.halves = this.begin();
  }

  async begin() {
    const { default: made } = await moduleOf(this.model.get("_esm"));
    const halves = typeof made === "function" ? await made() : made;
    await halves.initialize?.({ model: this.model, signal: this.ended.signal });
    return halves;
  }
}

export class Widgets {
  constructor(say) {
    this.say = say;
    this.models = new Map();
    this.components = new Map();
  }

  // Takes one message of Python's about a widget.
  hear({ kind, id, data }, buffers) {
    if (kind === "comm_open") this.open(id, data, buffers);
    else if (kind === "comm_close") this.models.delete(id);
    else if (data.method === "update") this.models.get(id)?.take(putBytesBack(data.state, data.buffer_paths ?? [], buffers));
    else if (data.method === "custom") this.models.get(id)?.trigger("msg:custom", data.content, buffers);
  }

  open(id, data, buffers) {
    const model = new Model(id, putBytesBack(data.state, data.buffer_paths ?? [], buffers), this.say);
    this.models.set(id, model);
    if (model.get("_model_name") === "AnyModel") this.components.set(id, new Component(model));
  }

  refer(reference) {
    return this.models.get(reference.slice(REFERENCE.length));
  }

  // Makes a view: its element, and what takes it away again.
  view(model) {
    const el = document.createElement("div");
    const ended = new AbortController();
    const view = { el, ended, remove: () => { ended.abort(); el.remove(); } };
    const kind = { VBoxModel: this.drawBox, HTMLModel: this.drawHtml, AnyModel: this.drawComponent }[model.get("_model_name")];
    if (!kind) throw new Error(`The page knows no widget of the kind ${model.get("_model_name")}.`);
    el.classList.add("jupyter-widgets");
    this.followClasses(model, view);
    this.followLayout(this.refer(model.get("layout")), view);
    kind.call(this, model, view);
    return view;
  }

  follow(model, name, view, draw) {
    draw();
    model.on(`change:${name}`, draw);
    view.ended.signal.addEventListener("abort", () => model.off(`change:${name}`, draw));
  }

  followClasses(model, view) {
    let before = [];
    this.follow(model, "_dom_classes", view, () => {
      view.el.classList.remove(...before);
      before = model.get("_dom_classes");
      view.el.classList.add(...before);
    });
  }

  followLayout(layout, view) {
    this.follow(layout, "display", view, () => { view.el.style.display = layout.get("display") ?? ""; });
  }

  drawBox(model, view) {
    view.el.classList.add("widget-container", "widget-box", "widget-vbox");
    let shown = new Map();
    this.follow(model, "children", view, () => {
      const children = model.get("children").map((reference) => this.refer(reference)).filter(Boolean);
      const next = new Map(children.map((child) => [child, shown.get(child) ?? this.view(child)]));
      for (const [child, gone] of shown) if (!next.has(child)) gone.remove();
      let place = view.el.firstChild;
      for (const { el } of next.values()) {
        if (el === place) place = place.nextSibling;
        else view.el.insertBefore(el, place);
      }
      shown = next;
    });
    view.ended.signal.addEventListener("abort", () => { for (const child of shown.values()) child.remove(); });
  }

  drawHtml(model, view) {
    view.el.classList.add("widget-inline-hbox", "widget-html");
    const content = document.createElement("div");
    content.className = "widget-html-content";
    view.el.append(content);
    this.follow(model, "value", view, () => { content.innerHTML = model.get("value"); }); // Python lets only safe HTML through
  }

  async drawComponent(model, view) {
    const { signal } = view.ended;
    const halves = await this.components.get(model.id).halves;
    if (signal.aborted) return;
    const end = await halves.render?.({ model, el: view.el, signal });
    if (typeof end !== "function") return;
    if (signal.aborted) end();
    else signal.addEventListener("abort", end);
  }
}
