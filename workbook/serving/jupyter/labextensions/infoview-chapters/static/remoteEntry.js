// A chapter of infoview that is opened in JupyterLab runs by itself and stays at its top.
// Written as JupyterLab loads extensions (webpack's module federation), by hand: nothing is built.
// Only cells that call the workbook, and nothing else, are run: whatever else is in a notebook waits for a person.

const OURS =
  /^from workbook import (?:open_notebook\n\nopen_notebook\("[a-z]+"\)\.header|section\n\nsection\("[a-z]+", "[a-z_]+"\))$/;

let shared = {};

async function module(name) {
  const versions = Object.values(shared[name] ?? {});
  return (await versions[0].get())();
}

async function runChapter(panel, NotebookActions) {
  await panel.context.ready;
  const ours = panel.content.widgets.filter(
    (cell) => cell.model.type === "code" && OURS.test(cell.model.sharedModel.getSource()),
  );
  if (!ours.length) return;
  const line = await say(panel, panel.content.model.sharedModel.getMetadata("infoview")?.running);
  try {
    await panel.sessionContext.ready;
    if (panel.sessionContext.session?.kernel) await NotebookActions.runCells(panel.content, ours, panel.sessionContext);
  } finally {
    line?.dispose();
  }
}

// A line above the chapter, in the chapter's own words, for as long as it is running.
async function say(panel, words) {
  if (typeof words !== "string") return null;
  const { Widget } = await module("@lumino/widgets");
  const line = new Widget();
  line.node.setAttribute("role", "status");
  line.node.textContent = words;
  Object.assign(line.node.style, {
    background: "var(--jp-layout-color2)", color: "var(--jp-ui-font-color1)", font: "var(--jp-ui-font-size1) var(--jp-ui-font-family)",
    boxSizing: "border-box", minHeight: "2.25rem", padding: "0.5rem 1rem",
  });
  panel.contentHeader.addWidget(line);
  return line;
}

async function extension() {
  const { INotebookTracker, NotebookActions } = await module("@jupyterlab/notebook");
  const plugin = {
    id: "infoview-chapters:run",
    autoStart: true,
    requires: [INotebookTracker],
    activate: (_app, tracker) => {
      tracker.widgetAdded.connect((_tracker, panel) => {
        runChapter(panel, NotebookActions).catch(() => {}); // whoever cannot have it so runs it by the menu
      });
    },
  };
  return () => ({ __esModule: true, default: plugin });
}

window._JUPYTERLAB = window._JUPYTERLAB ?? {};
window._JUPYTERLAB["infoview-chapters"] = {
  init: (scope) => {
    shared = scope;
  },
  get: (name) => (name === "./extension" ? extension() : Promise.reject(new Error(name))),
};
