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
  await panel.sessionContext.ready;
  if (!panel.sessionContext.session?.kernel) return;
  await NotebookActions.runCells(panel.content, ours, panel.sessionContext);
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
