// What the page does where there is no server: in a static site, whose files lie in the browser's storage.

import { lockJournals } from "./locks.js";
import { answerMissing } from "./missing.js";
import { settleOnSaving } from "./views.js";

const NARROW = 760; // where JupyterLab itself begins to save width

export const isSite = () => document.getElementById("jupyter-lite-main") !== null;

// Returns a promise of whether the browser keeps what it stores until the learner clears it.
export function begin(app) {
  const { contents } = app.serviceManager;
  answerMissing(contents);
  lockJournals(contents);
  settleOnSaving(contents);
  makeRoom(app.shell);
  return keep();
}

// Beside the list of files nothing of a notebook could be read in a narrow window. JupyterLab shows that list again as it
// opens the notebook, so it is put away until the learner does something.
function makeRoom(shell) {
  const away = () => innerWidth < NARROW && !shell.leftCollapsed && shell.collapseLeft();
  shell.restored.then(away);
  shell.layoutModified.connect(away);
  for (const act of ["pointerdown", "keydown"]) addEventListener(act, () => shell.layoutModified.disconnect(away), { once: true, capture: true });
}

async function keep(storage = navigator.storage) {
  try {
    return (await storage.persisted()) || (await storage.persist());
  } catch {
    return false;
  }
}
