// The fields of a form: what each kind looks like, and how it is read and written.
const inputModes = { email: "email", url: "url", number: "numeric" };
// What a date or time is worth while a part of it is still to be typed; infoview/dates/typed.py knows it, too.
const HALF = "half-typed";
const YEARS = 1900; // the first a date can have: in typing 2026 one passes 2, 20 and 202
const hasCaret = (input) => input instanceof HTMLTextAreaElement || ["text", "tel"].includes(input.type);

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
    changed(control.read(), now); // first: a field that is left, as by an offer that vanishes, shows what is known of it
    follow();
  };
  const take = (text) => {
    control.write(text);
    tell(true);
    control.element.focus();
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

// What a field is called: for who listens, the question above it comes first.
function makeName(field, words) {
  return [
    field.asked ? make("span", { class: "iv-unseen" }, `${field.asked} `) : null,
    field.label,
    field.required ? make("span", { class: "iv-needed" }, ` ${words.needed}`) : null,
  ];
}

function makeLabel(field, id, words) {
  return make("label", { for: id }, makeName(field, words));
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
  const element = make("div", { class: "iv-offers", role: "group", "aria-label": words.offers }, label, buttons);
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
  const control = textControl(make("input", { ...attributes, type, inputmode: inputModes[field.kind] }));
  return ["date", "time"].includes(type) ? partlyTyped(control) : control;
}

// A date or time is typed in parts; writing into the box in the middle of that would take them away.
function partlyTyped(control) {
  const { element } = control;
  const isHalf = () => element.validity.badInput || (element.type === "date" && element.value !== "" && parseInt(element.value, 10) < YEARS);
  return {
    element,
    read: () => (isHalf() ? HALF : element.value),
    write: (value) => { element.value = value === HALF ? "" : value ?? ""; },
  };
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
  const legend = make("legend", {}, makeName(field, words));
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
