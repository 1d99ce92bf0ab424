// The program itself, kept in this browser by `sw.js`, and a newer one told of once it is there.
import { notice, putAway } from "./notice.js";

const HERE = new URL(".", import.meta.url).pathname.split("/").at(-2);
const HOUR = 3_600_000;

// Keeps the program; only over https, or on this very machine, do browsers allow it. Tells whether they did.
export async function keepProgram(words, reload) {
  try {
    navigator.serviceWorker.addEventListener("message", ({ data }) => {
      if (data.newest && data.newest !== HERE) notice(words.newer, [words.reload, reload], [words.later, putAway]);
    });
    const registration = await navigator.serviceWorker.register("sw.js");
    await navigator.serviceWorker.ready;
    lookForNewer(registration);
    return true;
  } catch {
    return false;
  }
}

// Looks now and then while the page stays open, and when a person comes back to it.
function lookForNewer(registration) {
  const look = () => registration.update().catch(() => {}); // without a connection there is none to be had
  setInterval(look, HOUR);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
}
