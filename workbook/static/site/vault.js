// The vault: the logbook's bytes in this browser's own database, written by one tab at a time.
// Each tab that opens the workbook becomes the owner; what an earlier owner still wants to write is refused.

const STORE = "logbook";
const NOW = "now";

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export class Taken extends Error {}

export class Vault {
  // Two workbooks on one host are told apart by their folder.
  static name = `infoview:${new URL(".", location.href).pathname}`;

  me = crypto.getRandomValues(new Uint32Array(4)).join("-");
  waiting = null; // the newest bytes that are not written yet
  writing = null; // the promise of the write under way

  static async open() {
    const vault = new Vault();
    const request = indexedDB.open(Vault.name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    vault.database = await done(request);
    vault.database.onversionchange = () => vault.database.close(); // another tab forgets everything
    return vault;
  }

  // One step on the record, all of it or nothing, on the drive before it counts.
  async change(step) {
    const transaction = this.database.transaction(STORE, "readwrite", { durability: "strict" });
    const ended = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error ?? new Taken());
    });
    const store = transaction.objectStore(STORE);
    const record = (await done(store.get(NOW))) ?? { bytes: null, owner: "" };
    const next = step(record);
    if (next) store.put(next, NOW);
    else transaction.abort();
    await ended;
    return record;
  }

  // Becomes the owner, and tells what is held.
  async claim() {
    return (await this.change((record) => ({ ...record, owner: this.me }))).bytes;
  }

  get busy() {
    return this.waiting !== null || this.writing !== null;
  }

  // Writes the newest bytes; while one write is under way, only the newest of what comes then follows it.
  keep(bytes) {
    this.waiting = bytes;
    this.writing ??= this.writeAll().finally(() => { this.writing = null; });
    return this.writing;
  }

  async writeAll() {
    while (this.waiting) {
      const bytes = this.waiting;
      this.waiting = null;
      await this.change((record) => (record.owner === this.me ? { ...record, bytes, at: Date.now() } : null));
    }
  }

  static forget() {
    return done(indexedDB.deleteDatabase(Vault.name));
  }
}
