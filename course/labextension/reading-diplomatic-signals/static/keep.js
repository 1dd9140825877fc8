// Saves the notebook a little after an answer, so that its file, its export and its print show it: the server puts the
// answers of the journal into the file. What a learner has edited and not saved is left to the learner and to JupyterLab.

const REST = 1500;
const SAVED = /^Saved /;

export class Keep {
  constructor(panel, contents) {
    Object.assign(this, { context: panel.context, contents });
    this.changes = new MutationObserver((changes) => changes.some(said) && this.soon());
    this.changes.observe(panel.content.node, { childList: true, characterData: true, subtree: true });
  }

  stop() {
    clearTimeout(this.timer);
    this.changes.disconnect();
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), REST);
  }

  async save() {
    const { context } = this, { model, contentsModel } = context;
    if (context.isDisposed || model.dirty || model.readOnly || !contentsModel?.writable) return;
    try {
      // Where another window has saved the file meanwhile, JupyterLab would ask which of the two is to stand.
      const there = await this.contents.get(context.path, { content: false });
      if (there.last_modified === contentsModel.last_modified && !model.dirty) await context.save();
    } catch {
      // The answer is in the journal all the same.
    }
  }
}

// Whether a line that was there says now that an answer is saved; panels that are made bring theirs with them.
function said({ target, removedNodes }) {
  const node = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
  return Boolean(removedNodes.length && node?.matches?.(".rs-status") && SAVED.test(node.textContent));
}
