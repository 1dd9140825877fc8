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

export const PREPARING = "Getting the lesson ready";

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
