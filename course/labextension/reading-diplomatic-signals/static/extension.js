// The plugin: what it does with a notebook that is opened, in JupyterLab, Notebook 7 or a static site.

import { Bar } from "./bar.js";
import { Folds } from "./folds.js";
import { Keep } from "./keep.js";
import { isGraded, lessonOf } from "./lessons.js";
import { Opening, written } from "./opening.js";
import { followLinks, Place } from "./place.js";
import { References } from "./references.js";
import { begin, isSite } from "./site/begin.js";
import { Carry, Saves } from "./site/carry.js";
import { Clean } from "./site/clean.js";
import { followWidth } from "./width.js";

const asked = (name) => fetch(new URL(name, import.meta.url), { cache: "no-cache" }).then((answer) => answer.json());

// What the page shares: package to version to how it is got. There is one version of each that is JupyterLab's own.
async function taken(scope, name) {
  const [shared] = Object.values(scope[name]);
  return (await shared.get())();
}

export async function extension(scope) {
  const [{ INotebookTracker, Notebook, NotebookActions }, { CodeCell }, { Widget }] = await Promise.all(
    ["@jupyterlab/notebook", "@jupyterlab/cells", "@lumino/widgets"].map((name) => taken(scope, name)),
  );
  const [lessons, known] = await Promise.all([asked("lessons.json"), asked("references.json")]);

  let kept = null; // in a static site: whether the browser keeps what it stores

  const running = new WeakSet(); // notebooks; a second view of one is not run again

  // `current` looks anew at which notebook is in front.
  async function opened(panel, contents, current) {
    await panel.context.ready;
    const about = lessonOf(lessons, panel.context.model);
    if (!about.ours || panel.isDisposed) return;
    panel.addClass("rds-course");
    // nbgrader's Validate looks at cells that give points only, and calls a notebook that has none a success.
    const validates = () => panel.toggleClass("rds-ungraded", !isGraded(panel.context.model));
    validates();
    current();
    panel.context.saveState.connect(validates);
    const bar = new Bar(panel, Widget);
    const folds = new Folds(panel, lessons[about.name] ?? [], bar);
    const references = new References(panel, known);
    const parts = [folds, references, followWidth(panel)];
    if (!running.has(panel.context)) {
      running.add(panel.context);
      const place = new Place(panel);
      parts.push(place, ...keeping(panel, contents, about.graded, bar), new Opening({ panel, lessons, bar, place, CodeCell, NotebookActions, site: kept !== null }));
    }
    panel.disposed.connect(() => parts.forEach((each) => each.stop()));
  }

  function keeping(panel, contents, graded, bar) {
    if (!kept) return [new Keep(panel, contents)];
    const carry = new Carry({ panel, contents, bar, graded, kept });
    return [carry, graded ? new Saves(panel) : new Clean(panel.context.model, written)];
  }

  followLinks(Notebook);

  function activate(app, tracker) {
    const { contents } = app.serviceManager;
    kept = isSite() ? begin(app) : null;
    const style = Object.assign(document.createElement("link"), { rel: "stylesheet" });
    style.href = new URL("style.css", import.meta.url);
    document.head.append(style);
    // Where the window is narrow, JupyterLab shows buttons of the current notebook in a menu outside of it.
    const current = () => document.body.classList.toggle("rds-ungraded-current", Boolean(tracker.currentWidget?.hasClass("rds-ungraded")));
    tracker.currentChanged.connect(current);
    tracker.forEach((panel) => opened(panel, contents, current));
    tracker.widgetAdded.connect((_, panel) => opened(panel, contents, current));
  }
  return {
    __esModule: true,
    default: {
      id: "reading-diplomatic-signals:plugin",
      description: "Runs lessons of the course as shipped, folds their code, and shows what they cite.",
      autoStart: true,
      requires: [INotebookTracker],
      activate,
    },
  };
}
