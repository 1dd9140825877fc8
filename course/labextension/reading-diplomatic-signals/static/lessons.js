// Which lesson a notebook is, and whether its code is as shipped. Pure.
//
// A cell counts as shipped if its id and its source are those of the lesson, and a notebook if it holds every code cell of
// one lesson, once and in order, as shipped. What a learner has added stands between them and is never run by itself.

import { sha256 } from "./sha256.js";

const USES_COURSE = /^\s*(?:from|import)\s+course\b/m;

const codeOf = (model) => [...model.cells].filter((cell) => cell.type === "code").map((cell) => ({ id: cell.id, source: cell.sharedModel.getSource() }));

export function isShipped(lesson, id, source) {
  return (lesson ?? []).some(([known, hash]) => known === id && hash === sha256(source));
}

// Whether a cell is marked as one that gives points: then the notebook is an assignment, whatever else it holds.
export const isGraded = (model) => [...model.cells].some((cell) => cell.getMetadata("nbgrader")?.grade === true);

function held(lesson, code) {
  const hashes = new Map(lesson), mine = code.filter((cell) => hashes.has(cell.id));
  return { mine, changed: mine.filter((cell) => hashes.get(cell.id) !== sha256(cell.source)) };
}

// `name` of the lesson or null; `shipped`; `changed`, the first lines of code that differs; `own`, how many cells were added;
// `ours`, whether the notebook is a lesson, a changed one, or another that uses the course; `graded`, whether it is an assignment,
// which is never as shipped.
export function lessonOf(lessons, model) {
  const code = codeOf(model), found = [];
  for (const [name, lesson] of Object.entries(lessons)) {
    const { mine, changed } = held(lesson, code);
    if (2 * new Set(mine.map((cell) => cell.id)).size >= lesson.length) found.push({ name, lesson, mine, changed });
  }
  found.sort((a, b) => b.mine.length - b.changed.length - (a.mine.length - a.changed.length));
  const graded = isGraded(model);
  if (!found.length) return { name: null, shipped: false, changed: [], own: code.length, ours: code.some((cell) => USES_COURSE.test(cell.source)), graded };
  const [{ name, lesson, mine, changed }] = found;
  const whole = mine.length === lesson.length && mine.every((cell, i) => cell.id === lesson[i][0]);
  const firstLines = changed.map((cell) => cell.source.trim().split("\n")[0]);
  return { name, shipped: whole && !changed.length && !graded, changed: firstLines, own: code.length - mine.length, ours: true, graded };
}
