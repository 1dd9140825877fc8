// Where the reader was. A lesson is opened there again, and stays there while its cells are run and the page grows.

const KEPT = "reading-diplomatic-signals:place:";
const OWN_MOVES = ["wheel", "touchmove", "pointerdown", "keydown"];
const AFTERWARDS = 4000; // charts and panels draw themselves after their cells have run

const places = new WeakMap(); // by notebook
const sent = new WeakMap(); // notebook to the cell that a link led to, null for another place in it

// Who follows a link to a place wants to be there, and stay there while what stands above it is drawn and grows. A link
// to a lesson that is still to be opened leads there before anybody is told of the notebook.
export function followLinks(Notebook) {
  const { setFragment } = Notebook.prototype;
  Notebook.prototype.setFragment = function (fragment) {
    sent.set(this, /\bcell-id=([\w-]+)/.exec(fragment)?.[1] ?? null);
    places.get(this)?.sent();
    return setFragment.call(this, fragment);
  };
}

export class Place {
  constructor(panel) {
    this.panel = panel;
    this.notebook = panel.content;
    this.scroller = this.notebook.outerNode ?? this.notebook.node;
    this.goal = this.first();
    this.free = () => {
      this.goal = null;
      this.grown.disconnect();
    };
    this.grown = new ResizeObserver(() => this.go());
    this.moved = () => {
      if (!this.goal) this.later ??= setTimeout(() => this.keep(), 300);
    };
    this.scroller.addEventListener("scroll", this.moved, { passive: true });
    for (const each of OWN_MOVES) panel.node.addEventListener(each, this.free, { capture: true, passive: true });
    places.set(this.notebook, this);
  }

  // Where a link leads, with what stands before it still in sight; else where the reader was.
  first() {
    if (!sent.has(this.notebook)) return this.read();
    const cell = sent.get(this.notebook);
    return cell ? { cell } : null;
  }

  sent() {
    this.free();
    this.goal = this.first();
    if (!this.goal) return;
    this.hold();
    this.release();
  }

  stop() {
    clearTimeout(this.later);
    clearTimeout(this.until);
    this.grown.disconnect();
    this.scroller.removeEventListener("scroll", this.moved);
  }

  top(cell) {
    return cell.node.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top;
  }

  // The first cell that is seen, and how far its top is from the top of the page.
  here() {
    const cell = this.notebook.widgets.find((each) => each.node.isConnected && this.top(each) + each.node.offsetHeight > 0);
    return cell && this.scroller.scrollTop ? { cell: cell.model.id, top: Math.round(this.top(cell)) } : { top: 0 };
  }

  keep() {
    this.later = null;
    if (!this.panel.isVisible) return;
    try {
      localStorage.setItem(KEPT + this.panel.context.path, JSON.stringify(this.here()));
    } catch {
      // Nothing may be kept in this browser; the lesson opens at its top.
    }
  }

  read() {
    try {
      return JSON.parse(localStorage.getItem(KEPT + this.panel.context.path)) ?? { top: 0 };
    } catch {
      return { top: 0 };
    }
  }

  // While cells are run: the first time the reader's place of the last time, later where the reader is.
  hold() {
    clearTimeout(this.until);
    this.goal ??= this.here();
    this.scroller.style.overflowAnchor = "none";
    this.grown.disconnect();
    this.grown.observe(this.notebook.viewportNode ?? this.notebook.node);
    this.go();
  }

  release() {
    this.until = setTimeout(() => {
      this.free();
      this.scroller.style.overflowAnchor = "";
    }, AFTERWARDS);
  }

  go() {
    if (!this.goal) return;
    const index = this.notebook.widgets.findIndex((each) => each.model.id === this.goal.cell);
    if (index < 0) this.scroller.scrollTop = 0;
    else if (this.notebook.widgets[index].node.isConnected) this.scroller.scrollTop += this.top(this.notebook.widgets[index]) - (this.goal.top ?? this.scroller.clientHeight / 3);
    else this.notebook.scrollToItem(index, "start");
  }
}
