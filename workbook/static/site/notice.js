// One line above the page, with what can be done about it; a person may put it away.

const place = document.getElementById("notice");

export function notice(sentence, ...actions) {
  const line = document.createElement("p");
  line.textContent = sentence;
  const buttons = actions.map(([label, act]) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: label, onclick: act });
    return button;
  });
  place.replaceChildren(line, ...buttons);
}

export function putAway() {
  place.replaceChildren();
}
