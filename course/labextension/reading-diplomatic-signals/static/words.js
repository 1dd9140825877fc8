// What is said above a notebook. Pure.

const quoted = (line) => (line ? ` (“${line.length > 40 ? `${line.slice(0, 39)}…` : line}”)` : "");
const HOW = "If you trust this notebook, run its cells yourself.";

export const RUN = "Run its cells";
export const RUN_ABOVE = "Run the cells above, then this one";

export function notRun({ name, changed, graded }) {
  if (graded) return "This is an assignment, so nothing was run by itself. Run its cells from the top.";
  if (!name) return `This notebook is not a lesson of the course as shipped, so nothing was run by itself. ${HOW}`;
  if (changed.length === 1) return `The code of one cell${quoted(changed[0])} is not the lesson's own, so nothing was run by itself. ${HOW}`;
  if (changed.length) return `The code of ${changed.length} cells is not the lesson's own, so nothing was run by itself. ${HOW}`;
  return `Cells of this lesson are missing, duplicated or in another order, so nothing was run by itself. ${HOW}`;
}

export const PREPARING = "Getting this page ready";

export function ready(own, left) {
  const said = ["Ready."];
  if (left) said.push(`${left === 1 ? "An answer that was" : `${left} answers that were`} not saved ${left === 1 ? "is" : "are"} still where you left ${left === 1 ? "it" : "them"}. Note ${left === 1 ? "it" : "them"} down, then run ${left === 1 ? "that cell" : "those cells"}.`);
  if (own) said.push(`${own === 1 ? "A cell of your own was" : `${own} cells of your own were`} not run.`);
  return said.join(" ");
}

export const NOT_STARTED = "Python has not started yet, so nothing was run. If this doesn’t change, open the Kernel menu, choose Change Kernel, and pick another.";
export const NO_KERNEL = "No Python is running for this notebook, so nothing was run. Open the Kernel menu, choose Change Kernel, and pick one. Then reload this page.";
export const AFTER_NONE = "Python is running now. Reload this page, and the lesson runs.";
export const RELOAD = "Reload this page";
export const OTHER_LANGUAGE = "The kernel of this notebook is not a Python kernel, so nothing was run. Open the Kernel menu, choose Change Kernel, and pick one for Python.";
export const CRASHED = "Python stopped and was restarted. What you see here is kept; run the cells when you are ready.";
export const FAILED = "A cell failed, so those below it were not run. The error is shown below that cell.";
export const NEEDS_ABOVE = "This cell needs what the cells above it set up.";

// In a static site.
export const LOADING = "Python is being loaded into this page. The first time this takes a minute or less; later it is faster.";
export const KEPT = "Your answers are kept in this browser, on this device, until you clear its data.";
export const KEPT_FOR_NOW = "Your answers are kept in this browser, on this device. It may clear them when it runs short of space, so take them along now and then.";
export const HAND_IN = "Hand in: download a zip";
export const TAKE_ALONG = "Take my work along";
export const BRING_BACK = "Bring work back";
export const TAKEN = "Downloaded. On another device, open this notebook and choose “Bring work back”.";
export const NOTHING_YET = "There is nothing to take along yet: no question is answered.";
export const NO_JOURNAL = "That zip archive holds no journal.json, so it is no work of this course.";
export const TOO_LARGE = "Its journal.json is too large for a journal.";
export const BRINGING = "Bringing it back";
export const STOPPED = "Python was stopped meanwhile. Try again.";
export const ANSWER_NOT_SAVED = "an answer in this notebook is not saved. Its panel says why; save it, then try again.";
export const NOTEBOOK_NOT_SAVED = "the notebook could not be saved. Save it (File, Save Notebook), then try again.";
export const notOurs = (name) => `${name} is neither a journal.json nor a zip archive.`;
export const twoJournals = (names) => `That zip archive holds several journals (${names.join(", ")}). Bring back the one that you mean by itself.`;
export const badNotebook = (name) => `${name} in that zip archive is no sound notebook.`;
export function handedOut(name, answered, unfinished = []) {
  const said = [`${name} was downloaded. Hand this file in.`];
  if (!answered) said.push("No question is answered in it.");
  if (unfinished.length) said.push(`Not complete in it: ${unfinished.map((title) => `“${title}”`).join(", ")}.`);
  return said.join(" ");
}
export const broughtBack = (said, folder) => (folder ? `${said} The notebook that came with it is in the folder “${folder}”: copy from it what you wrote there.` : said);
export const refused = (why) => `${why} Nothing was changed.`;
export const failed = (why) => `That did not work: ${why}`;
