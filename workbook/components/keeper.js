const NEWER = "infoview:kept";

function toText(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return btoa(text);
}

function toBytes(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

export default () => {
  const me = newId();
  return {
    initialize({ model, signal }) {
      const name = `infoview:kept:${model.get("store")}`;
      const offer = (newer) => {
        const kept = storage.get(name);
        tell(model, { type: "held", newer }, kept ? [toBytes(kept)] : []);
      };
      model.on("msg:custom", (message, buffers) => {
        if (message.type === "forget") storage.remove(name);
        if (message.type !== "keep") return;
        const view = buffers[0];
        const data = toText(new Uint8Array(view.buffer ?? view, view.byteOffset ?? 0, view.byteLength));
        if (data === storage.get(name)) return;
        if (storage.set(name, data)) window.dispatchEvent(new CustomEvent(NEWER, { detail: { name, from: me } }));
        else tell(model, { type: "full" });
      });
      window.addEventListener(NEWER, ({ detail }) => {
        if (detail.name === name && detail.from !== me) offer(true);
      }, { signal });
      offer(false);
    },
    render({ el }) {
      el.hidden = true;
    },
  };
};
