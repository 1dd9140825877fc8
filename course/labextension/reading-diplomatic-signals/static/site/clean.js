// A lesson is never saved in a static site, so nobody is to be asked about saving it: what changed since it was opened is what
// its cells show, and they are run again at the next opening.

const REST = 500;

export class Clean {
  // `written` tells of a model what a learner can have changed in it.
  constructor(model, written) {
    const asShipped = written(model);
    this.model = model;
    this.look = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        if (model.dirty && !model.isDisposed && written(model) === asShipped) model.dirty = false;
      }, REST);
    };
    model.contentChanged.connect(this.look);
  }

  stop() {
    clearTimeout(this.timer);
    this.model.contentChanged.disconnect(this.look);
  }
}
