// Folds the code of a lesson away, behind a caption that opens it. The notebook itself is not changed.

import { isShipped } from "./lessons.js";

const KEPT = "reading-diplomatic-signals:code";
const kept = (value) => {
  try {
    if (value !== undefined) localStorage.setItem(KEPT, value);
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
};

export class Folds {
  constructor(panel, lesson, bar) {
    Object.assign(this, { notebook: panel.content, lesson, bar, open: kept() === "open" });
    this.captions = new Map(); // widget to its caption
    this.changed = () => this.refresh();
    this.edited = (_, { name, newValue }) => {
      // Who presses Enter on a cell wants to see its code.
      if (name === "mode" && newValue === "edit") this.fold(this.notebook.activeCell, false);
    };
    this.notebook.model.cells.changed.connect(this.changed);
    this.notebook.stateChanged.connect(this.edited);
    bar.code.onclick = () => this.all(!this.open);
    this.refresh();
  }

  stop() {
    this.notebook.model?.cells.changed.disconnect(this.changed);
    this.notebook.stateChanged.disconnect(this.edited);
  }

  shipped(cell) {
    return isShipped(this.lesson, cell.model.id, cell.model.sharedModel.getSource());
  }

  refresh() {
    for (const cell of this.notebook.widgets) {
      if (cell.model.type === "code" && !this.captions.has(cell) && this.shipped(cell)) {
        this.captions.set(cell, null);
        cell.ready.then(() => this.caption(cell));
      }
    }
    this.bar.code.hidden = !this.captions.size;
    this.say();
  }

  caption(cell) {
    const header = cell.node.querySelector(":scope > .jp-CellHeader");
    if (!header || cell.isDisposed) return;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "rds-caption" });
    const [, comment] = /^#\s*(.+)/.exec(cell.model.sharedModel.getSource()) ?? [];
    button.textContent = comment ? `Code: ${comment}` : "Code";
    button.dataset.lmSuppressShortcuts = "true";
    button.setAttribute("aria-label", `${button.textContent}, ${this.lesson.findIndex(([id]) => id === cell.model.id) + 1} of ${this.lesson.length}`);
    // Else JupyterLab takes the press for one on the cell, and the focus with it.
    button.addEventListener("mousedown", (event) => event.stopPropagation());
    button.onclick = () => this.fold(cell, button.getAttribute("aria-expanded") === "true");
    header.classList.add("rds-header");
    header.append(button);
    this.captions.set(cell, button);
    this.fold(cell, !this.open);
    cell.model.contentChanged.connect(() => !this.shipped(cell) && this.fold(cell, false));
  }

  fold(cell, away) {
    const button = this.captions.get(cell);
    if (!button) return;
    button.setAttribute("aria-expanded", String(!away));
    cell.node.classList.toggle("rds-folded", away);
  }

  all(open) {
    this.open = open;
    kept(open ? "open" : "folded");
    for (const cell of this.captions.keys()) this.fold(cell, !open && this.shipped(cell));
    this.say();
  }

  say() {
    this.bar.code.textContent = this.open ? "Hide all code" : "Show all code";
  }
}
