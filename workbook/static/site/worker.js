// Python, in a worker of its own, so that the page answers while it thinks.
import { loadPyodide } from "./pyodide.mjs";

const here = (name) => new URL(name, import.meta.url).href;
const loads = fetch.bind(self);
let got = 0;
let python;

// Counts what arrives, for the progress line.
function counted(body) {
  return body.pipeThrough(new TransformStream({
    transform(piece, out) {
      got += piece.byteLength;
      postMessage({ type: "progress", got });
      out.enqueue(piece);
    },
  }));
}

// What can't be had is said at once: Pyodide would try in other ways, and wait.
async function load(name) {
  const answer = await loads(here(name)).catch((error) => ({ ok: false, status: error }));
  if (answer.ok) return counted(answer.body);
  postMessage({ type: "failed", reason: `${name}: ${answer.status}` });
  throw new Error(name);
}

const TYPES = {
  "pyodide.asm.mjs": "text/javascript",
  "pyodide.asm.wasm": "application/wasm",
  "python_stdlib.zip": "application/zip",
  "library.zip": "application/zip",
};

// Packed by the build, as not every web host packs what it sends; all are asked for at once.
const packed = Object.fromEntries(Object.keys(TYPES).map((name) => [name, load(`${name}.bin`)]));

async function unpacked(name) {
  const stream = (await packed[name]).pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream, { headers: { "content-type": TYPES[name] } });
}

self.fetch = (address, settings) => {
  const name = String(address.url ?? address).split("/").at(-1);
  return name in TYPES ? unpacked(name) : loads(address, settings);
};

async function importUnpacked(name) {
  const source = await unpacked(name);
  const address = URL.createObjectURL(await source.blob());
  return import(address).finally(() => URL.revokeObjectURL(address));
}

function send(text, buffers) {
  const parts = buffers.toJs();
  postMessage({ type: "said", text, parts }, parts.map((part) => part.buffer));
}

async function start(zone) {
  let packages = "";
  const { default: createPyodideModule } = await importUnpacked("pyodide.asm.mjs");
  python = await loadPyodide({
    createPyodideModule,
    indexURL: here("./"),
    lockFileURL: here("pyodide-lock.json"),
    env: { TZ: zone, HOME: "/home/pyodide", PYTHONDONTWRITEBYTECODE: "1" },
    fsInit: async (_drive, { sitePackages }) => { packages = sitePackages; },
  });
  const archive = await (await unpacked("library.zip")).arrayBuffer();
  postMessage({ type: "stage", stage: "starting" });
  python.unpackArchive(archive, "zip", { extractDir: packages });
  return python.pyimport("workbook.static.inside");
}

let begun;
let inside;

function begin({ held, query, isKept = true }) {
  const made = begun.begin(send, held ? python.toPy(held) : undefined, query, isKept);
  if (typeof made === "string") postMessage({ type: "closed", reason: made });
  else inside = made;
}

const tasks = {
  start: async ({ zone }) => { begun = await start(zone); postMessage({ type: "ready" }); },
  begin,
  open: ({ bytes: copy }) => (inside ? inside.open(python.toPy(copy)) : begin({ held: copy, query: "", isKept: false })),
  hear: ({ text, parts }) => inside?.hear(text, python.toPy(parts)),
};

// What else was on its way when Python couldn't be had is said too, and is no error nobody looked after.
addEventListener("unhandledrejection", (event) => {
  if (inside) return;
  event.preventDefault();
  postMessage({ type: "failed", reason: String(event.reason) });
});

addEventListener("message", async ({ data }) => {
  try {
    await tasks[data.type](data);
  } catch (error) {
    postMessage({ type: "failed", reason: String(error?.stack ?? error) });
  }
});
