// In a static site a learner's work lies in one browser on one device. Here it is handed in, taken along, and brought back:
// what is brought back is joined with what is there, so that nothing is ever overwritten.

import { JOURNAL, looked } from "./brought.js";
import * as files from "./files.js";
import { UNSAVED } from "../opening.js";
import * as words from "../words.js";

const WAIT = 10_000; // for answers that are being saved

const bring = (journal) => `print(__import__("course.panels.brought", fromlist=["bring"]).bring("${files.base64(journal)}"))`;
const UNFINISHED = `print(__import__("course.panels.unfinished", fromlist=["unfinished"]).unfinished())`;
const rest = (ms) => new Promise((done) => setTimeout(done, ms));

export class Carry {
  constructor({ panel, contents, bar, graded, kept }) {
    Object.assign(this, { panel, contents, graded });
    this.folder = files.folderOf(panel.context.localPath ?? panel.context.path);
    this.name = this.folder.split("/").pop() || panel.context.path.split("/").pop().replace(/\.ipynb$/, "");
    this.said = bar.more();
    kept.then((persisted) => this.say(persisted ? words.KEPT : words.KEPT_FOR_NOW));
    if (graded) bar.offer(words.HAND_IN, () => this.try(() => this.handIn()));
    bar.offer(words.TAKE_ALONG, () => this.try(() => this.takeAlong()));
    bar.offer(words.BRING_BACK, async () => {
      const given = await files.chosen(".json,.zip,application/json,application/zip");
      if (given) await this.try(() => this.bringBack(given));
    });
  }

  stop() {}

  say(text) {
    this.said.textContent = text;
  }

  async try(action) {
    if (this.busy) return;
    this.busy = true;
    try {
      await action();
    } catch (error) {
      this.say(words.failed(error.message ?? String(error)));
    } finally {
      this.busy = false;
    }
  }

  async handIn() {
    const found = await this.folderGiven();
    const answered = found.some(([name]) => name === `${this.name}/${JOURNAL}`);
    this.say(words.handedOut(`${this.name}.zip`, answered));
    if (answered) this.say(words.handedOut(`${this.name}.zip`, true, await this.unfinished()));
  }

  // What nbgrader's Validate says elsewhere. A kernel that is busy or gone is not waited for.
  async unfinished() {
    const kernel = this.panel.sessionContext.session?.kernel;
    if (kernel?.status !== "idle") return [];
    return this.asked(kernel, UNFINISHED).catch(() => []);
  }

  async takeAlong() {
    if (this.graded) {
      await this.folderGiven();
      return this.say(words.TAKEN);
    }
    await this.saved();
    const journal = await files.read(this.contents, files.joined(this.folder, JOURNAL));
    if (!journal) return this.say(words.NOTHING_YET);
    files.give(JOURNAL, journal);
    return this.say(words.TAKEN);
  }

  // Downloads the whole folder, once everything in it is saved.
  async folderGiven() {
    await this.saved();
    const { context } = this.panel;
    if (context.model.dirty) await context.save();
    if (context.model.dirty) throw new Error(words.NOTEBOOK_NOT_SAVED);
    const found = await files.filesOf(this.contents, this.folder, this.name);
    files.giveZip(`${this.name}.zip`, found);
    return found;
  }

  // Answers that are on their way are waited for; of one that could not be saved the learner has to know.
  async saved() {
    const unsaved = () => this.panel.content.widgets.some((cell) => cell.node.querySelector(UNSAVED));
    for (const end = Date.now() + WAIT; unsaved() && Date.now() < end; ) await rest(200);
    if (unsaved()) throw new Error(words.ANSWER_NOT_SAVED);
  }

  async bringBack(given) {
    const { journal, notebooks } = await looked(given).catch(({ message }) => Promise.reject(new Error(words.refused(message))));
    const kernel = this.panel.sessionContext.session?.kernel;
    if (!kernel) throw new Error(words.NOT_STARTED);
    this.say(words.BRINGING);
    const { took, said } = await this.asked(kernel, bring(journal));
    if (!took) throw new Error(words.refused(said));
    const folder = `brought back ${new Date().toISOString().slice(0, 19).replace("T", " ").replaceAll(":", "")}`;
    for (const [name, notebook] of notebooks) await this.put(folder, name, notebook);
    this.say(words.broughtBack(said, notebooks.length ? folder : ""));
  }

  // What a kernel prints as JSON.
  async asked(kernel, code) {
    let told = "";
    const run = kernel.requestExecute({ code, store_history: false });
    run.onIOPub = ({ content }) => (told += content.name === "stdout" ? content.text : "");
    const { content } = await run.done;
    if (content.status !== "ok") throw new Error(content.evalue ?? words.STOPPED);
    return JSON.parse(told);
  }

  async put(folder, name, notebook) {
    if (!(await this.contents.get(folder, { content: false }).catch(() => null))) {
      const made = await this.contents.newUntitled({ type: "directory", path: "" });
      await this.contents.rename(made.path, folder);
    }
    await this.contents.save(`${folder}/${name}`, { type: "notebook", format: "json", content: notebook });
  }
}

// Saves an assignment a little after each change, and as soon as its tab is left, because JupyterLab's own saving is off in a
// site: a copy of a lesson in the browser's storage would hide a newer lesson of the site.
export class Saves {
  constructor(panel, wait = 3000) {
    this.context = panel.context;
    this.soon = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), wait);
    };
    this.left = () => document.visibilityState === "hidden" && this.save();
    this.context.model.contentChanged.connect(this.soon);
    document.addEventListener("visibilitychange", this.left);
  }

  stop() {
    clearTimeout(this.timer);
    this.context.model.contentChanged.disconnect(this.soon);
    document.removeEventListener("visibilitychange", this.left);
  }

  async save() {
    const { context } = this;
    if (context.isDisposed || !context.model.dirty || context.model.readOnly) return;
    await context.save().catch(() => {}); // JupyterLab says why
  }
}
