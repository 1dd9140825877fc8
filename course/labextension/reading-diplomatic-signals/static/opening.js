// Runs a lesson as shipped when it is opened, and again when its Python was restarted. Nothing else is ever run by itself.

import { isShipped, lessonOf } from "./lessons.js";
import * as words from "./words.js";

// Python would import from the notebook's own folder before what is installed, and whoever sends a lesson may put a
// `course.py` beside it. So while cells run by themselves, that folder is off the path; then it stands last.
const PATH_OFF = `(lambda path: "" in path and path.remove(""))(__import__("sys").path)`;
const PATH_LAST = `(lambda path: "" in path or path.append(""))(__import__("sys").path)`;
const SETTLE = 500;
const LATE = 15_000; // until it is said that Python has not started
const LATE_IN_SITE = 180_000; // where all of Python has to be fetched first
const ASKS = /^(ask|check_in|check_out|retrieve)\(/;
export const UNSAVED = '.rs-status:is([data-kind="lost"], [data-kind="busy"])';

const quietly = (kernel, code) => kernel.requestExecute({ code, silent: true, store_history: false, stop_on_error: false }).done;

// What of a notebook a learner can have changed: all but what running it and choosing a kernel write.
export function written(model) {
  const { cells, metadata } = model.toJSON(), { language_info: _, kernelspec: __, ...kept } = metadata;
  return JSON.stringify([kept, cells.map(({ outputs: _o, execution_count: _c, metadata: { execution: _e, trusted: _t, ...own }, ...cell }) => [cell, own])]);
}

export class Opening {
  constructor({ panel, lessons, bar, place, CodeCell, NotebookActions, site }) {
    Object.assign(this, { panel, lessons, bar, place, CodeCell, actions: NotebookActions, site });
    this.notebook = panel.content;
    this.session = panel.sessionContext;
    this.ran = new Set(); // ids of cells that were run since this Python started, by whomever
    this.running = false;
    this.stopped = false;
    this.asShipped = written(panel.context.model);
    this.taken = null; // the cell that is being run here, until somebody else runs it too
    this.scheduled = (_, { notebook, cell }) => {
      if (notebook !== this.notebook) return;
      this.ran.add(cell.model.id);
      if (this.taken === cell) this.taken = null;
    };
    this.executed = (_, done) => done.notebook === this.notebook && !done.success && this.failed(done);
    this.status = (_, status) => this.follow(status);
    this.another = (_, { newValue }) => this.begun && newValue && this.follow("restarting");
    this.actions.executionScheduled.connect(this.scheduled);
    this.actions.executed.connect(this.executed);
    this.session.statusChanged.connect(this.status);
    this.session.kernelChanged.connect(this.another);
    this.seen = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.open());
    this.seen.observe(panel.node);
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.late);
    this.seen.disconnect();
    this.actions.executionScheduled.disconnect(this.scheduled);
    this.actions.executed.disconnect(this.executed);
    this.session.statusChanged.disconnect(this.status);
    this.session.kernelChanged.disconnect(this.another);
  }

  async open() {
    this.seen.disconnect();
    if (this.site) this.bar.say(words.LOADING);
    this.late = setTimeout(() => {
      this.begun = true; // a kernel that is chosen now is another
      this.say(words.NOT_STARTED);
    }, this.site ? LATE_IN_SITE : LATE);
    await this.session.ready;
    if (this.stopped) return;
    this.begun = true;
    const clean = written(this.panel.context.model) === this.asShipped;
    await this.run();
    // Results that are made anew at every opening are nothing to be asked about on closing.
    if (clean && !this.stopped && written(this.panel.context.model) === this.asShipped) this.panel.context.model.dirty = false;
  }

  follow(status) {
    if (status === "restarting" || status === "autorestarting") {
      this.ran.clear();
      this.fresh = status;
    } else if (status === "idle" && this.fresh) {
      const how = this.fresh;
      this.fresh = null;
      // Whoever restarts may have asked to run all cells, too.
      setTimeout(() => {
        if (this.stopped || this.running || this.ran.size) return;
        if (how === "restarting") this.run();
        else this.say(words.CRASHED, [words.RUN, () => this.runAsAsked()]);
      }, SETTLE);
    }
  }

  // What a kernel answers; nothing if it is changed for another before it does, which may be never.
  orAnother(answer) {
    return new Promise((resolve) => {
      const gone = () => resolve(null);
      this.session.kernelChanged.connect(gone);
      answer.then(resolve, gone).finally(() => this.session.kernelChanged.disconnect(gone));
    });
  }

  say(text, button) {
    clearTimeout(this.late);
    this.bar.say(text, button);
  }

  about() {
    return lessonOf(this.lessons, this.panel.context.model);
  }

  // The lesson, if it is as shipped; what is in the way is said otherwise.
  async run() {
    if (this.running) return;
    this.running = true;
    try {
      await this.runIfShipped();
    } finally {
      this.running = false;
    }
  }

  async runIfShipped() {
    const about = this.about(), lesson = this.lessons[about.name], kernel = this.session.session?.kernel;
    if (!kernel) {
      this.none = true;
      return this.say(words.NO_KERNEL);
    }
    // Of a notebook that was opened without a kernel JupyterLab connects no widget until the page is loaded again.
    if (this.none) return this.say(words.AFTER_NONE, [words.RELOAD, () => location.reload()]);
    if (!about.shipped) return this.say(words.notRun(about), [words.RUN, () => this.runAsAsked()]);
    const info = await this.orAnother(kernel.info);
    if (!info) return undefined;
    if (info.language_info.name !== "python") return this.say(words.OTHER_LANGUAGE);
    const known = new Set(lesson.map(([id]) => id)), cells = this.notebook.widgets.filter((cell) => known.has(cell.model.id));
    const left = cells.filter((cell) => cell.node.querySelector(UNSAVED));
    if (!(await this.orAnother(quietly(kernel, PATH_OFF)))) return undefined;
    const went = await this.each(cells.filter((cell) => !left.includes(cell)), (cell) => isShipped(lesson, cell.model.id, cell.model.sharedModel.getSource()));
    if (this.session.session?.kernel === kernel && !kernel.isDisposed) await quietly(kernel, PATH_LAST);
    return this.say(went ? words.ready(about.own, left.length) : words.FAILED);
  }

  // All cells, because the learner asked for it.
  async runAsAsked() {
    this.ran.clear();
    const went = await this.each(this.notebook.widgets.filter((cell) => cell.model.type === "code"), () => true);
    this.say(went ? "" : words.FAILED);
  }

  // Cells one after the other, so that the page stays where it is; those that were run meanwhile are left out.
  async each(cells, may) {
    const kernel = this.session.session?.kernel, there = () => !this.stopped && this.session.session?.kernel === kernel;
    this.running = true;
    clearTimeout(this.late);
    this.place.hold();
    try {
      for (const [done, cell] of cells.entries()) {
        this.bar.progress(done, cells.length);
        if (this.ran.has(cell.model.id)) continue;
        if (!there() || cell.isDisposed || !may(cell)) return false;
        this.ran.add(cell.model.id);
        if (!(await this.one(cell))) return false;
      }
      return true;
    } finally {
      this.running = false;
      this.place.release();
    }
  }

  // Whether a cell ran without an error, or the learner has had it run, too, which ends this run of it.
  async one(cell) {
    this.taken = cell;
    try {
      const reply = await this.CodeCell.execute(cell, this.session, { recordTiming: this.notebook.notebookConfig.recordTiming });
      return !reply || reply.content.status === "ok";
    } catch {
      return this.taken !== cell; // else the kernel was stopped or changed meanwhile
    }
  }

  // A single cell was run before what it needs: what was shipped above it is run first, then it again.
  failed({ cell, error }) {
    if (this.running || error?.errorName !== "NameError") return;
    const widgets = this.notebook.widgets, above = widgets.slice(0, widgets.indexOf(cell)).filter((each) => each.model.type === "code");
    const missing = above.filter((each) => !this.ran.has(each.model.id));
    if (!missing.length) return;
    const lesson = this.lessons[this.about().name], source = (each) => each.model.sharedModel.getSource();
    const shipped = (each) => isShipped(lesson, each.model.id, source(each));
    const again = async (cells) => {
      this.ran.delete(cell.model.id);
      this.say((await this.each([...cells, cell], () => true)) ? "" : words.FAILED);
    };
    // A panel sets nothing up, and may show an answer that is not saved.
    const needed = missing.filter((each) => shipped(each) && !ASKS.test(source(each)));
    if (shipped(cell) && needed.length) again(needed);
    else this.say(words.NEEDS_ABOVE, [words.RUN_ABOVE, () => again(missing)]);
  }
}
