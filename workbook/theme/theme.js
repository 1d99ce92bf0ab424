// Keeps a page's keys to itself. In JupyterLab a plain letter pressed on a button or a link inside a cell is
// a shortcut (x cuts the cell away), unless the very element that has the focus says otherwise.
function claimKeys(event) {
  if (event.target.closest?.(".infoview")) event.target.setAttribute("data-lm-suppress-shortcuts", "true");
}

// Everything is saved while it is typed, so the habit of pressing Ctrl and S opens no dialog.
function calmSaving(event) {
  const saving = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s";
  if (saving && event.target.closest?.(".infoview")) event.preventDefault();
}

export default {
  initialize({ signal }) {
    document.addEventListener("focusin", claimKeys, { capture: true, signal });
    document.addEventListener("keydown", calmSaving, { signal });
  },
  render({ el }) {
    el.hidden = true;
  },
};
