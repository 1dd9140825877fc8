// In a static site a learner's work lies in one browser on one device. Here it is handed in, taken along, and brought back:
// what is brought back is put beside what is there and joined with it, so that nothing is ever overwritten.

import * as files from "./files.js";
import { unzip } from "./zip.js";
import * as words from "../words.js";

const JOURNAL = "journal.json";
const bring = (name) => `__import__("course.journal").journal.Journal().bring(${JSON.stringify(name)})`;

export class Carry {
  constructor({ panel, contents, bar, graded, kept }) {
    Object.assign(this, { panel, contents, graded });
    this.folder = files.folderOf(panel.context.localPath ?? panel.context.path);
    this.name = this.folder.split("/").pop() || panel.context.path.split("/").pop().replace(/\.ipynb$/, "");
    this.said = bar.more();
    kept.then((persisted) => this.say(persisted ? words.KEPT : words.KEPT_FOR_NOW));
    if (graded) bar.offer(words.HAND_IN, () => this.try(() => this.handIn()));
    bar.offer(words.TAKE_ALONG, () => this.try(() => this.takeAlong()));
    bar.offer(words.BRING_BACK, () => this.try(() => this.bringBack()));
  }

  stop() {}

  say(text) {
    this.said.textContent = text;
  }

  async try(action) {
    try {
      await action();
    } catch (error) {
      this.say(words.failed(error.message ?? String(error)));
    }
  }

  async handIn() {
    await this.save();
    await files.giveFolder(this.contents, this.folder, this.name);
    this.say(words.handedOut(`${this.name}.zip`));
  }

  async takeAlong() {
    if (this.graded) {
      await this.save();
      await files.giveFolder(this.contents, this.folder, this.name);
      return this.say(words.TAKEN);
    }
    const journal = await files.read(this.contents, files.joined(this.folder, JOURNAL));
    if (!journal) return this.say(words.NOTHING_YET);
    files.give(JOURNAL, journal);
    return this.say(words.TAKEN);
  }

  async bringBack() {
    const given = await files.chosen(".json,.zip,application/json,application/zip");
    if (!given) return;
    const all = /\.zip$/i.test(given.name) ? await unzip(given.bytes) : [[JOURNAL, given.bytes]];
    const [, journal] = all.find(([name]) => name.split("/").pop() === JOURNAL) ?? [];
    if (!journal) throw new Error(words.NO_JOURNAL);
    const at = new Date().toISOString().slice(0, 19).replace("T", " ").replaceAll(":", "");
    const others = all.filter(([name]) => name.endsWith(".ipynb"));
    for (const [name, bytes] of others) await this.put(`brought back ${at}/${name.split("/").pop()}`, bytes);
    const name = files.brought(at), kernel = this.panel.sessionContext.session?.kernel;
    if (!kernel) throw new Error(words.NOT_STARTED);
    await this.put(files.joined(this.folder, name), journal);
    const { content } = await kernel.requestExecute({ code: bring(name), silent: true, store_history: false }).done;
    if (content.status !== "ok") throw new Error(content.evalue);
    this.say(others.length ? words.broughtBack(`brought back ${at}`) : words.BROUGHT_BACK);
  }

  async put(path, bytes) {
    const folder = files.folderOf(path);
    if (folder && !(await this.contents.get(folder, { content: false }).catch(() => null))) {
      const made = await this.contents.newUntitled({ type: "directory", path: files.folderOf(folder) });
      await this.contents.rename(made.path, folder);
    }
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes), notebook = path.endsWith(".ipynb");
    const parsed = JSON.parse(text); // what is no JSON is neither
    await this.contents.save(path, notebook ? { type: "notebook", format: "json", content: parsed } : { type: "file", format: "text", content: text });
  }

  async save() {
    if (this.panel.context.model.dirty) await this.panel.context.save();
  }
}

// Saves an assignment a little after each change, because JupyterLab's own saving is off in a site: a copy of a lesson in the
// browser's storage would hide a newer lesson of the site.
export class Saves {
  constructor(panel, rest = 3000) {
    this.context = panel.context;
    this.soon = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), rest);
    };
    this.context.model.contentChanged.connect(this.soon);
  }

  stop() {
    clearTimeout(this.timer);
    this.context.model.contentChanged.disconnect(this.soon);
  }

  async save() {
    const { context } = this;
    if (context.isDisposed || !context.model.dirty || context.model.readOnly) return;
    await context.save().catch(() => {}); // JupyterLab says why
  }
}
