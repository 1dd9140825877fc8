// What the page does where there is no server: in a static site, whose files lie in the browser's storage.

import { lockJournals } from "./locks.js";
import { answerMissing } from "./missing.js";
import { settleOnSaving } from "./views.js";

const NARROW = 700;

export const isSite = () => document.getElementById("jupyter-lite-main") !== null;

// Returns a promise of whether the browser keeps what it stores until the learner clears it.
export function begin(app) {
  const { contents } = app.serviceManager;
  answerMissing(contents);
  lockJournals(contents);
  settleOnSaving(contents);
  app.restored.then(() => makeRoom(app.shell));
  return keep();
}

// In a narrow window the list of files would take most of it. Its button at the side opens it.
function makeRoom(shell) {
  if (innerWidth < NARROW) shell.collapseLeft();
}

async function keep(storage = navigator.storage) {
  try {
    return (await storage.persisted()) || (await storage.persist());
  } catch {
    return false;
  }
}
