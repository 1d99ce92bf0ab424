// The page around the app: first words at once, Python behind them, and the logbook kept in this browser.
import { askToKeep } from "./lasting.js";
import { keepProgram } from "./program.js";
import { Tabs } from "./tabs.js";
import { Taken, Vault } from "./vault.js";
import { Widgets } from "./widgets.js";

const { words, bytes: total } = JSON.parse(document.getElementById("words").textContent);
const find = (id) => document.getElementById(id);
const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const MEGABYTE = 1_000_000;
const TAKE = "infoview:take"; // this tab was asked to take the workbook over, and was loaded anew for it

const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
const widgets = new Widgets((id, data, buffers) => {
  const parts = buffers.map((part) => new Uint8Array(part.buffer ?? part, part.byteOffset ?? 0, part.byteLength));
  worker.postMessage({ type: "hear", text: JSON.stringify({ id, data }), parts });
});
let vault = null;
let tabs = null;
let newest = null; // the logbook's bytes, on the drive or not
let isSaved = true; // whether the newest bytes are in a copy that was saved

// --- What is said while the app is not there ---

// Takes the app's place: why it is not there, and what can be done.
function sayInstead(title, sentence, ...actions) {
  find("opening-title").textContent = title;
  find("opening-note").textContent = sentence;
  find("opening-bar").hidden = true;
  find("opening-actions").replaceChildren(...actions.map(([label, act]) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: label, onclick: act });
    return button;
  }));
  find("opening").hidden = false;
  find("rendered_cells").hidden = true;
  find("kept").hidden = !vault;
}

const reload = () => location.reload();
const say = (sentence) => { find("kept-said").textContent = sentence; };

function showProgress(got) {
  find("opening-bar").value = got / total;
  const [here, all] = [got, total].map((bytes) => (bytes / MEGABYTE).toFixed(0));
  find("opening-note").textContent = fill(words.loading, { got: here, total: all });
}

function fail(reason) {
  console.error(reason);
  sayInstead(words.failed_title, words.failed, [words.reload, reload]);
}

// --- The logbook's bytes ---

// Keeps what Python handed over; a browser that cannot is said to be so, once for each time it fails.
async function keep(bytes) {
  [newest, isSaved] = [bytes, false];
  if (!vault) return;
  try {
    await vault.keep(bytes);
    say("");
  } catch (error) {
    if (error instanceof Taken) goneElsewhere();
    else {
      console.error(error);
      find("kept").open = true;
      say(words.not_kept);
    }
  }
}

function goneElsewhere() {
  if (tabs) tabs.has = false;
  worker.terminate();
  sayInstead(words.elsewhere_title, words.went_elsewhere, [words.use_here, () => {
    sessionStorage.setItem(TAKE, "yes");
    reload();
  }]);
  find("kept").hidden = true; // what is kept is the other tab's now
}

// Finds the vault and becomes its owner; null where this browser keeps nothing.
async function openVault() {
  try {
    vault = await Vault.open();
  } catch (error) {
    console.error(error);
    find("kept").open = true;
    say(words.keeps_nothing);
    return null;
  }
  tabs = new Tabs(Vault.name, {
    giveUp: async () => {
      await vault.writing?.catch(() => {});
      goneElsewhere();
    },
  });
  const asked = sessionStorage.getItem(TAKE);
  sessionStorage.removeItem(TAKE);
  const isElsewhere = await tabs.isElsewhere();
  if (!asked && isElsewhere) await askToTake();
  await tabs.take(isElsewhere);
  newest = await vault.claim();
  return newest;
}

function askToTake() {
  return new Promise((resolve) => {
    sayInstead(words.elsewhere_title, words.is_elsewhere, [words.use_here, () => {
      sayInstead(words.title, words.opening);
      resolve();
    }]);
  });
}

// --- Python ---

let ready;
const isReady = new Promise((resolve) => { ready = resolve; });

function hear(messages, parts) {
  let at = 0;
  for (const message of messages) {
    const own = parts.slice(at, at + message.buffers);
    at += message.buffers;
    if (message.kind === "keep") keep(own[0]);
    else if (message.kind === "view") show(message.id);
    else widgets.hear(message, own);
  }
}

function show(id) {
  find("rendered_cells").append(widgets.view(widgets.models.get(id)).el);
  find("rendered_cells").hidden = false;
  find("opening").hidden = true;
  find("kept").hidden = false;
  settle().catch(sayTrouble);
}

// Once the app is there: the browser is asked to keep the work for good, and the program for days without a connection.
async function settle() {
  if (vault) await askToKeep(words);
  const isKept = await keepProgram(words, reload);
  find("kept-offline").textContent = isKept ? words.opens_offline : words.needs_connection;
}

const heard = {
  progress: ({ got }) => { if (!find("opening-bar").hidden) showProgress(got); },
  stage: () => { if (!find("opening-bar").hidden) find("opening-note").textContent = words.starting; },
  ready: () => ready(),
  said: ({ text, parts }) => hear(JSON.parse(text), parts),
  closed: ({ reason }) => sayInstead(words.closed_title, reason, [words.reload, reload]),
  failed: ({ reason }) => fail(reason),
};
worker.onmessage = ({ data }) => heard[data.type](data);
worker.onerror = (event) => fail(event.message);

// What goes wrong in the page itself is said, and the work can still be saved.
function sayTrouble(reason) {
  console.error(reason);
  find("kept").open = true;
  say(words.trouble);
}

addEventListener("error", (event) => sayTrouble(event.error));
addEventListener("unhandledrejection", (event) => sayTrouble(event.reason));

// --- What a person can do with what is kept ---

function saveCopy() {
  if (!newest) {
    say(words.nothing_kept);
    return;
  }
  const address = URL.createObjectURL(new Blob([newest], { type: "application/vnd.sqlite3" }));
  const anchor = document.createElement("a");
  Object.assign(anchor, { href: address, download: `infoview-${new Date().toLocaleDateString("sv")}.infoview` });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  isSaved = true;
  say(words.saved_copy);
}

async function openCopy([file]) {
  if (!file) return;
  worker.postMessage({ type: "open", bytes: new Uint8Array(await file.arrayBuffer()) });
  find("kept").open = false;
}

async function forget() {
  worker.terminate();
  await vault?.writing?.catch(() => {});
  vault?.database.close();
  await Vault.forget();
  sessionStorage.clear();
  await (await navigator.serviceWorker?.getRegistration())?.unregister();
  for (const name of (await globalThis.caches?.keys()) ?? []) if (name.startsWith(Vault.name)) await caches.delete(name);
  [vault, newest, isSaved] = [null, null, true];
  sayInstead(words.forgotten_title, words.forgotten, [words.begin_anew, () => location.replace(location.pathname)]);
}

find("kept-save").onclick = saveCopy;
find("kept-open").onchange = (event) => openCopy(event.target.files);
find("kept-forget").onclick = () => { find("kept-sure").hidden = false; };
find("kept-keep").onclick = () => { find("kept-sure").hidden = true; };
find("kept-forget-now").onclick = forget;

// Nobody leaves unasked while the last words are not on the drive yet, or, where nothing is kept, in no copy.
addEventListener("beforeunload", (event) => { if (vault ? vault.busy : !isSaved) event.preventDefault(); });
addEventListener("pageshow", (event) => { if (event.persisted) reload(); });

// --- The beginning ---

const NEEDED = ["BroadcastChannel", "DecompressionStream", "WebAssembly", "indexedDB"];

async function begin() {
  if (NEEDED.some((name) => !(name in globalThis))) {
    sayInstead(words.failed_title, words.too_old);
    return;
  }
  worker.postMessage({ type: "start", zone: Intl.DateTimeFormat().resolvedOptions().timeZone });
  const held = await openVault();
  await isReady;
  worker.postMessage({ type: "begin", held, query: location.search.slice(1) });
}

begin().catch(fail);
