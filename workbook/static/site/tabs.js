// Tabs with the same workbook hear of each other; one at a time has it.

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
  ask(said, answer) {
    return new Promise((resolve) => {
      const act = (data) => { if (data === answer) end(true); };
      const end = (came) => { this.heard.delete(act); clearTimeout(timer); resolve(came); };
      const timer = setTimeout(end, WAIT, false);
      this.heard.add(act);
      this.channel.postMessage(said);
    });
  }

  isElsewhere() {
    return this.ask("who", "here");
  }

  // Takes the workbook over; the other tab writes what it has first.
  async take() {
    await this.ask("mine", "yours");
    this.has = true;
  }
}
