// Makes numbers of claims, events, signals, discrepancies and statements of background, in prose and in outputs, open what they stand for.

import { Note } from "./note.js";

const PLACES = ".jp-RenderedMarkdown, .jp-RenderedHTML, .rs-panel";
// Where a number is part of a control, of code or of a picture, or is read out as it changes, it stays a text.
const NOT_IN = "a, button, label, legend, input, select, textarea, summary, svg, code, pre, .cm-editor, .vega-embed, [role=status], [role=alert], [aria-live], [contenteditable], .rds-ref, .rds-note";
const NUMBER = /\b(?:[CDES]\d{2,3}|BG\d{2})\b/g;

export class References {
  constructor(panel, known) {
    this.known = known;
    this.root = panel.content.node;
    this.note = new Note(known);
    this.waiting = new Set();
    this.changes = new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach((node) => this.soon(node))));
    this.changes.observe(this.root, { childList: true, subtree: true });
    this.soon(this.root);
  }

  stop() {
    clearTimeout(this.timer);
    this.changes.disconnect();
    this.note.close();
  }

  soon(node) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    if (!(element instanceof HTMLElement) || element.closest(".rds-note, .rds-ref")) return;
    this.waiting.add(element);
    this.timer ??= setTimeout(() => this.mark(), 100);
  }

  mark() {
    this.timer = null;
    const elements = [...this.waiting].filter((element) => element.isConnected);
    this.waiting.clear();
    for (const element of elements) {
      const places = element.closest(PLACES) ? [element] : element.querySelectorAll(PLACES);
      for (const place of places) this.markIn(place);
    }
  }

  markIn(place) {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) if (walker.currentNode.data.match(NUMBER) && !walker.currentNode.parentElement.closest(NOT_IN)) found.push(walker.currentNode);
    for (const text of found) {
      const hits = [...text.data.matchAll(NUMBER)].filter(([id]) => id in this.known);
      // From the last to the first, so that places before stay what they are.
      for (const hit of hits.reverse()) {
        const number = text.splitText(hit.index);
        number.splitText(hit[0].length);
        number.replaceWith(this.note.button(hit[0]));
      }
    }
  }
}
