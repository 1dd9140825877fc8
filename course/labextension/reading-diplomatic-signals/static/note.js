// A note beside a number: it shows by hover, focus and touch, can be pointed at and read through, and goes by Escape.
//
// It stands in the page right after its number, so that Tab leads into it and on; what draws it above all else is the
// browser's own top layer, where there is one.

const HOVER = 200;
const GRACE = 300;
const PRESS = 600; // a touch gives the focus first and clicks then
let opened = null; // the note that is open; there is one on a page

const make = (tag, name, ...children) => {
  const node = document.createElement(tag);
  node.className = name;
  node.append(...children);
  return node;
};

addEventListener("keydown", (event) => event.key === "Escape" && opened?.escape(event), true);
addEventListener("pointerdown", (event) => opened && !opened.has(event.target) && opened.close(), true);
addEventListener("scroll", () => opened?.put(), { capture: true, passive: true });
addEventListener("resize", () => opened?.put());

export class Note {
  constructor(known) {
    this.known = known;
  }

  button(id) {
    // No <button>, before and after which a line may break.
    const node = make("span", "rds-ref", id);
    node.setAttribute("role", "button");
    node.tabIndex = 0;
    node.dataset.lmSuppressShortcuts = "true";
    node.setAttribute("aria-expanded", "false");
    const mouse = (event) => event.pointerType === "mouse";
    node.addEventListener("pointerenter", (event) => mouse(event) && this.soon(HOVER, () => this.open(node)));
    node.addEventListener("pointerleave", (event) => mouse(event) && this.leave());
    node.addEventListener("mousedown", (event) => event.stopPropagation());
    node.addEventListener("dblclick", (event) => event.stopPropagation());
    node.addEventListener("focus", () => this.open(node));
    node.addEventListener("blur", (event) => !this.has(event.relatedTarget) && this.close());
    node.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      node.click();
    });
    node.addEventListener("click", (event) => {
      const shown = this.node && this.by === node && Date.now() - this.since > PRESS;
      if (shown && !mouse(event)) this.close();
      else this.open(node);
      this.pinned = true;
    });
    return node;
  }

  soon(after, then) {
    clearTimeout(this.timer);
    this.timer = setTimeout(then, after);
  }

  leave() {
    if (this.pinned || this.has(document.activeElement)) clearTimeout(this.timer);
    else this.soon(GRACE, () => this.close());
  }

  has(target) {
    return Boolean(this.node && (this.node.contains(target) || this.by.contains(target)));
  }

  open(by) {
    clearTimeout(this.timer);
    if ((this.node && this.by === by) || !by.isConnected) return;
    opened?.close();
    Object.assign(this, { by, pinned: false, since: Date.now() });
    opened = this;
    this.node = make("span", "rds-note");
    this.node.id = "rds-note";
    this.node.setAttribute("role", "note");
    this.node.tabIndex = -1;
    this.node.dataset.lmSuppressShortcuts = "true";
    this.node.addEventListener("pointerenter", () => clearTimeout(this.timer));
    this.node.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && this.leave());
    this.node.addEventListener("mousedown", (event) => event.stopPropagation());
    this.node.addEventListener("focusout", (event) => !this.has(event.relatedTarget) && this.close());
    by.after(this.node);
    this.show(by.textContent);
    if (this.node.showPopover) {
      this.node.popover = "manual";
      this.node.showPopover();
    }
    by.setAttribute("aria-expanded", "true");
    by.setAttribute("aria-controls", this.node.id);
    by.setAttribute("aria-describedby", `${this.node.id}-text`);
    this.put();
  }

  close() {
    clearTimeout(this.timer);
    const { node, by } = this;
    if (!node) return;
    this.node = null;
    if (opened === this) opened = null;
    node.remove();
    by.setAttribute("aria-expanded", "false");
    by.removeAttribute("aria-controls");
    by.removeAttribute("aria-describedby");
  }

  escape(event) {
    const inside = this.node.contains(document.activeElement), { by } = this;
    event.stopPropagation();
    event.preventDefault();
    if (inside) by.focus();
    this.close();
  }

  // What an id stands for; `from`, the id whose note led here.
  show(id, from) {
    const { title, text, more = [], source, url, cites = [] } = this.known[id];
    const told = make("span", "rds-told", make("strong", "", `${id} · ${title}`), ...(text ? [make("span", "rds-part", text)] : []));
    told.id = "rds-note-text";
    told.append(...more.map(([name, each]) => make("span", "rds-part", make("em", "", `${name}: `), each)));
    const parts = [told];
    if (url) {
      const link = make("a", "", source);
      Object.assign(link, { href: url, target: "_blank", rel: "noopener noreferrer" });
      parts.push(make("span", "rds-part", make("em", "", "Source: "), link));
    } else if (source) parts.push(make("span", "rds-part", make("em", "", "Source: "), source));
    const lead = (other, words, back) => {
      const node = make("button", "rds-lead", words);
      node.type = "button";
      node.onclick = () => {
        this.node.focus(); // else the focus would leave the note with the button that goes
        this.show(other, back ? undefined : id);
        (this.node.querySelector(".rds-lead, a") ?? this.by).focus();
        this.put();
      };
      return node;
    };
    if (from) parts.push(make("span", "rds-part", lead(from, `Back to ${from}`, true)));
    else if (cites.length) parts.push(make("span", "rds-part", make("em", "", "In the brief: "), ...cites.map((each) => lead(each, each))));
    this.node.replaceChildren(...parts);
  }

  // Below the number, or above where there is more room; never out of the window. With a number that is scrolled away
  // it goes, unless the focus is there.
  put() {
    const { node, by } = this, at = by.getBoundingClientRect(), { innerWidth: wide, innerHeight: high } = window;
    const away = (at.bottom < 0 || at.top > high) && !this.has(document.activeElement);
    if (!by.isConnected || away) return this.close();
    const below = high - at.bottom - 12 > node.offsetHeight || at.top < high - at.bottom;
    node.style.maxHeight = `${(below ? high - at.bottom : at.top) - 12}px`;
    node.style.left = `${Math.max(8, Math.min(at.left, wide - node.offsetWidth - 8))}px`;
    node.style.top = `${below ? at.bottom + 2 : at.top - node.offsetHeight - 2}px`;
    return undefined;
  }
}
