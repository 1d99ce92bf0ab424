// Tabs with the same workbook hear of each other; one at a time has it.

const PATIENCE = 10_000; // for a tab that is there to write what it has
const WAIT = 400; // milliseconds for another tab to answer: its page answers even while its Python is at work

export class Tabs {
  constructor(name, { giveUp }) {
    this.channel = new BroadcastChannel(name);
    this.has = false;
    this.heard = new Set();
    this.channel.onmessage = async ({ data }) => {
      if (data === "who" && this.has) this.channel.postMessage("here");
      if (data === "mine" && this.has) {
        this.has = false;
        await giveUp();
        this.channel.postMessage("yours");
      }
      for (const act of this.heard) act(data);
    };
  }

  // Says something, and tells whether the answer came.
  ask(said, answer, wait = WAIT) {
    return new Promise((resolve) => {
      const act = (data) => { if (data === answer) end(true); };
      const end = (came) => { this.heard.delete(act); clearTimeout(timer); resolve(came); };
      const timer = setTimeout(end, wait, false);
      this.heard.add(act);
      this.channel.postMessage(said);
    });
  }

  isElsewhere() {
    return this.ask("who", "here");
  }

  // Takes the workbook over; the other tab writes what it has first.
  async take(isElsewhere) {
    await this.ask("mine", "yours", isElsewhere ? PATIENCE : WAIT);
    this.has = true;
  }
}
