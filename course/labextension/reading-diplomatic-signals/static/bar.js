import { PREPARING } from "./words.js";

// The line above a notebook: what has become of it, a button for what to do, and the control that lays all code open.

export class Bar {
  constructor(panel, Widget) {
    const make = (tag, name, attributes) => Object.assign(document.createElement(tag), { className: name, ...attributes });
    this.line = make("p", "rds-line");
    this.line.setAttribute("role", "status");
    this.count = make("span", "rds-count"); // seen and not read out: a screen reader is told the beginning and the end
    this.count.setAttribute("aria-hidden", "true");
    this.act = make("button", "rds-act", { type: "button", hidden: true });
    this.code = make("button", "rds-all", { type: "button", hidden: true });
    this.inner = make("div", "rds-bar-inner");
    this.inner.append(this.line, this.count, this.act, this.code);
    this.widget = new Widget();
    this.widget.addClass("rds-bar");
    this.widget.node.append(this.inner);
    this.widget.node.dataset.lmSuppressShortcuts = "true";
    panel.contentHeader.addWidget(this.widget);
    // The header lays its widgets out by their smallest heights, so it has to be told when the text takes more lines.
    const fit = new ResizeObserver(() => {
      this.widget.node.style.minHeight = `${this.inner.offsetHeight}px`;
      this.widget.parent?.fit();
    });
    fit.observe(this.inner);
    this.widget.disposed.connect(() => fit.disconnect());
  }

  // A place for more to be said, and buttons, below the line.
  more() {
    this.further = Object.assign(document.createElement("div"), { className: "rds-further" });
    const said = Object.assign(document.createElement("p"), { className: "rds-kept" });
    said.setAttribute("role", "status");
    this.further.append(said);
    this.inner.append(this.further);
    return said;
  }

  offer(text, act) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "rds-offer", textContent: text, onclick: act });
    this.further.append(button);
  }

  // `button` is a pair of a text and what it does.
  say(text, button) {
    if (this.line.textContent !== text) this.line.textContent = text;
    this.count.textContent = "";
    this.act.hidden = !button;
    if (!button) return;
    this.act.textContent = button[0];
    this.act.onclick = () => {
      this.say("");
      button[1]();
    };
  }

  progress(done, all) {
    this.say(PREPARING);
    this.count.textContent = `${done} of ${all}`;
  }
}
