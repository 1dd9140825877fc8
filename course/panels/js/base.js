// Small helpers that every panel part uses. The files in this folder are joined, in the order that assets.py names,
// into the one module that JupyterLab loads: so they share names and need no imports.

// How each type of question is drawn: (question, id, change) => {node, read, write}.
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

// A control that keeps its keys. JupyterLab's command mode would otherwise take arrows, letters and Enter; an
// attribute on an ancestor does not stop it.
function control(tag, attributes = {}, ...children) {
  return h(tag, { "data-lm-suppress-shortcuts": "true", ...attributes }, ...children);
}

// Text with bold and italic parts, as Python has split it: [["", "plain"], ["strong", "bold"], …].
function rich(runs) {
  return runs.map(([tag, text]) => (tag ? h(tag, {}, text) : document.createTextNode(text)));
}

const percent = (p) => `${Math.round(100 * p)} %`;
