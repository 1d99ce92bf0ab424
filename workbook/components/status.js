const PING = 5000;
const LOST = 12000;
const TICK = 1000;
const READ = 3000; // so long a word that all is saved stays in sight; screen readers find it later, too

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
const timeNow = () => new Date().toTimeString().slice(0, 5);

function render({ model, el, signal }) {
  begin(el, "iv-status-place");
  const words = model.get("words");
  const inLab = inNotebook();
  const polite = make("p", { role: "status", "aria-live": "polite" });
  const urgent = make("p", { role: "alert" });
  const banner = make("div", { class: "iv-banner", role: "alert", hidden: true });
  const line = make("div", { class: `infoview iv-status${inLab ? " iv-in-lab" : ""}` }, polite, urgent, banner);
  (inLab ? el : document.body).append(line); // in the page itself, to stay at its edge however far one scrolls
  let savedAt = "";
  let lastHeard = Date.now();
  let lastPing = 0;
  let lastTick = Date.now();
  let hiding = 0;

  function draw() {
    const error = model.get("tone") === "error";
    if (model.get("tone") === "saved") savedAt = timeNow();
    line.dataset.tone = model.get("text") ? model.get("tone") : "quiet";
    clearTimeout(hiding);
    delete line.dataset.past;
    if (model.get("tone") === "saved") hiding = setTimeout(() => { line.dataset.past = "true"; }, READ);
    polite.textContent = error ? "" : model.get("text");
    urgent.textContent = error ? model.get("text") : "";
  }

  function showBanner() {
    if (!banner.hidden) return;
    const reload = make("button", { type: "button", class: "iv-primary", onclick: () => window.location.reload() }, words.reload);
    const saved = savedAt ? fill(words.saved_up_to, { time: savedAt }) : words.kept;
    banner.hidden = false;
    banner.replaceChildren(make("strong", {}, words.lost), make("span", {}, saved), make("span", {}, inLab ? words.run_again : words.reload_hint));
    if (!inLab) banner.append(reload);
  }

  function heard() {
    lastHeard = Date.now();
    banner.hidden = true;
    banner.replaceChildren();
  }

  // A notebook takes cells out of the page that are scrolled out of view, so its line belongs to the panel.
  function stayInView() {
    const panel = inLab && el.closest(".jp-NotebookPanel");
    if (panel && line.parentElement !== panel) panel.append(line);
  }

  // A tab that slept or was throttled starts counting anew before it worries anybody.
  function tick() {
    const now = Date.now();
    if (now - lastTick > 5 * TICK) lastHeard = now;
    lastTick = now;
    stayInView();
    if (now - lastPing >= PING) {
      lastPing = now;
      tell(model, { type: "ping", zone });
    }
    if (now - lastHeard > LOST) showBanner();
  }

  window.addEventListener("beforeunload", (event) => {
    if (model.get("unsaved")) event.preventDefault();
  }, { signal });
  draw();
  hear(model, signal, "pong", heard);
  follow(model, signal, ["said"], draw);
  tick();
  const timer = setInterval(tick, TICK);
  return () => {
    clearInterval(timer);
    clearTimeout(hiding);
    line.remove();
  };
}

export default { render };
