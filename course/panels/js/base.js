// Small helpers that every part of a panel uses. The page of a kind of question is one module, joined from base.js, the
// kind's own kinds/<kind>.js or kinds/<kind>/<kind>.js, what that needs, and frame.js: so files share names and import
// nothing. A first line “// Needs: a, b” names the files that one stands on, beside it or else here.

// How the kind of question is drawn, under its name: (question, id, change) => {node, read, write}. A kind may add: spots(),
// places for remarks by item (`spot`); clear(), how it is cleared; reveal(feedback) and unsay(), what it shows of what Python
// has said; seen() and put(), what it shows besides the answer that can be taken back (then it calls change.tried()).
const CONTROLS = {};

// An element with attributes and children. Null children and attributes are left out.
function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((c) => c !== null));
  return element;
}

// Words that are heard and not seen.
const hidden = (text) => h("span", { class: "rs-hidden" }, `: ${text}`);

// A control that keeps its keys. JupyterLab's command mode would otherwise take arrows, letters and Enter; an
// attribute on an ancestor does not stop it.
function control(tag, attributes = {}, ...children) {
  return h(tag, { "data-lm-suppress-shortcuts": "true", ...attributes }, ...children);
}

function button(text, act) {
  const node = control("button", { type: "button" }, text);
  node.addEventListener("click", act);
  return node;
}

// Many panels on a page have these buttons: each says in its name whose it is.
const owned = (node, id, of) => mark(node, { id, "aria-labelledby": `${id} ${of}` });

// A slider that is blank stands in its middle. A click, a tap or Enter that leaves it there fires no input event, and a tap
// no click either, yet the learner meant the middle. A finger that scrolls on ends with pointercancel.
function meansMiddle(input, blank, take) {
  for (const kind of ["click", "pointerup"]) input.addEventListener(kind, () => { if (blank()) take(); });
  input.addEventListener("keydown", (event) => { if (blank() && event.key === "Enter") take(); });
}

// Text with bold and italic parts, as Python has split it: [["", "plain"], ["strong", "bold"], …].
function rich(runs) {
  return runs.map(([tag, text]) => (tag ? h(tag, {}, text) : document.createTextNode(text)));
}

const percent = (p) => `${Math.round(100 * p)} %`;

// The page is touched only where something differs: a repaint costs what was written, not what was computed.
function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

function mark(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (node.getAttribute(name) !== String(value)) node.setAttribute(name, value);
  }
}

// Where what is said of an item stands, beside it; `called` is what the item is called.
const spot = (called) => Object.assign(h("div", { class: "rs-spot" }), { called });

const spotsOf = (options) => Object.fromEntries(options.map(({ id, text }) => [id, spot(`“${text.map(([, part]) => part).join("")}”`)]));

// A set of radio buttons: rows is [[value, …content of the label]].
function radios(id, legend, rows, take) {
  const inputs = rows.map(([value], i) => control("input", { type: "radio", name: id, id: `${id}-${i}`, value: String(value) }));
  inputs.forEach((input, i) => input.addEventListener("change", () => take(rows[i][0])));
  const lines = rows.map(([, ...text], i) => h("div", { class: "rs-row" }, inputs[i], h("label", { for: inputs[i].id }, ...text)));
  return {
    first: inputs[0],
    set: (value) => inputs.forEach((input, i) => { input.checked = rows[i][0] === value; }),
    node: h("fieldset", { class: "bd-radios" }, h("legend", {}, legend), ...lines),
  };
}

// A part of a picture.
const SVG = "http://www.w3.org/2000/svg";
function s(tag, attributes, text) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text !== undefined) element.textContent = text;
  return element;
}

// Claims, with who says so and how firmly, behind a line that opens. `about` is said where only a screen reader hears it,
// as there may be many such lines.
function claimList(claims, about, open = claims.length <= 5) {
  if (!claims.length) return null;
  const items = claims.map((c) => h("li", {}, h("b", {}, c.id), ` (${c.place}) ${c.text} `, h("span", { class: "bd-kind" }, c.kind)));
  return h("details", { open }, control("summary", {}, `What the brief says, and how firmly (${claims.length} ${claims.length === 1 ? "claim" : "claims"})`, about ? hidden(about) : null),
    h("ul", {}, ...items));
}
