// Keeps this build's files in the browser, so that the workbook opens without a connection, too.
// The page itself is asked for anew each time, as it names the newest build; a slow answer is not waited for.
const VERSION = "{at}";
const FILES = ["{files}"];
const PATIENCE = 3000; // milliseconds

const PREFIX = `infoview:${new URL(self.registration.scope).pathname}:`;
const NAME = PREFIX + VERSION;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" })))));
});

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
    await Promise.all(old.map((name) => caches.delete(name)));
    for (const open of await self.clients.matchAll({ includeUncontrolled: true })) open.postMessage({ newest: VERSION });
  };
  event.waitUntil(tidy());
});

async function kept(request) {
  const cache = await caches.open(NAME);
  return cache.match(request, { ignoreSearch: true });
}

async function page(request) {
  const asked = fetch(request.url, { cache: "no-cache" }).then((answer) => (answer.ok ? answer : null), () => null);
  const tooLate = new Promise((resolve) => { setTimeout(resolve, PATIENCE, null); });
  return (await Promise.race([asked, tooLate])) ?? (await kept("./")) ?? (await asked) ?? Response.error();
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else event.respondWith(kept(request).then((found) => found ?? fetch(request)));
});
