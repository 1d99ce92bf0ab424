// Whether the browser keeps what is written here for good, or may clear it by itself; it is asked, in a sentence.
import { notice, putAway } from "./notice.js";

const SILENT = 400; // milliseconds; a browser that takes longer shows a question of its own
const find = (id) => document.getElementById(id);

function say(isForGood, words) {
  find("kept-how").textContent = isForGood ? words.kept_for_good : words.kept_for_now;
  find("kept-ask").hidden = isForGood;
}

async function ask(words) {
  const asking = setTimeout(notice, SILENT, words.asks_to_keep);
  const isForGood = await navigator.storage.persist();
  clearTimeout(asking);
  return isForGood;
}

// Asks, and says what the browser answered. Most answer by themselves; one that asks the person is explained.
export async function askToKeep(words) {
  if (!navigator.storage?.persist) return; // over plain http no browser has it
  const again = async () => {
    say(await ask(words), words);
    putAway();
  };
  find("kept-ask").onclick = again;
  if (await navigator.storage.persisted()) say(true, words);
  else await again();
}
