const STALE = 6 * 3600; // nobody talks for six hours: such a clock was left running
const BRIEF = 120; // so short a clock counts in seconds

function render({ model, el, signal }) {
  begin(el, "iv-clock");
  const words = model.get("words");
  const live = liveRegion();
  const left = make("p", { class: "iv-left", role: "timer" });
  const bar = make("progress", { "aria-hidden": "true", tabindex: "-1" });
  const said = make("p", { class: "iv-turn" });
  const button = make("button", { type: "button", onclick: press });
  const group = make("div", { role: "group", "aria-label": model.get("label") },
    make("div", { class: "iv-dial" }, left, button), bar, said);
  el.append(group, live.element);
  let ticking = 0;
  let turned = -1; // how many turns were taken, -1 before the first look

  const gone = () => (Date.now() - model.get("began")) / 1000;
  const runs = () => model.get("began") > 0 && gone() < STALE;

  function press() {
    tell(model, { type: "began", at: runs() ? 0 : Date.now() });
  }

  function remaining(seconds) {
    if (model.get("seconds") <= BRIEF) {
      return seconds > 0 ? fill(words[seconds === 1 ? "one_second" : "seconds"], { n: seconds }) : words.over;
    }
    const minutes = seconds > 0 ? Math.ceil(seconds / 60) : Math.floor(-seconds / 60); // whole ones, once time is up
    if (seconds <= -60) return fill(words[minutes === 1 ? "one_minute_over" : "minutes_over"], { n: minutes });
    if (seconds <= 0) return words.over;
    if (seconds < 60) return words.last_minute;
    return fill(words[minutes === 1 ? "one_minute" : "minutes"], { n: minutes });
  }

  // A turn is announced once, when it comes; one that had come before the page was opened is only shown.
  function look() {
    const running = runs();
    const length = model.get("seconds");
    const passed = running ? Math.floor(gone()) : 0;
    const taken = running ? model.get("turns").filter((turn) => passed >= turn.at) : [];
    left.textContent = remaining(length - passed);
    bar.max = length;
    bar.value = Math.min(passed, length);
    said.textContent = taken.at(-1)?.say ?? "";
    el.dataset.turn = !running ? "off" : taken.length === 0 ? "on" : taken.length < model.get("turns").length ? "late" : "over";
    if (turned >= 0 && taken.length > turned) live.say(said.textContent);
    turned = taken.length;
    button.textContent = running ? words.stop : words.start;
    if (running && !ticking) ticking = setInterval(look, 1000);
    if (!running && ticking) { clearInterval(ticking); ticking = 0; }
  }

  function restart() {
    turned = -1;
    look();
  }

  restart();
  follow(model, signal, ["began", "seconds", "turns"], restart);
  document.addEventListener("visibilitychange", look, { signal });
  return () => clearInterval(ticking);
}

export default { render };
