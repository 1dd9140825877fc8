// The blocks of an argument: a form, its propositions, and the claims cited for it.

// The words of a form with its propositions in place: "{0} only if {1}" and a node for each slot.
function filled(words, slots) {
  return words.split(/(\{\d\})/).filter((part) => part).map((part) => {
    const slot = /^\{(\d)\}$/.exec(part);
    return slot ? slots[Number(slot[1])] : part;
  });
}

const letters = (words) => words.replace(/\{(\d)\}/g, (_, n) => "XYZ"[n]);

// One premise. `take` is told of a change; `again` draws all premises anew, because the shape has changed.
function block(question, id, premise, number, take, again, remove) {
  const form = question.forms.find((each) => each.id === premise.form), name = `Premise ${number + 1}`;
  const shape = control("select", { id: `${id}-form`, "aria-label": `${name}: form` },
    ...question.forms.map((each) => h("option", { value: each.id, selected: each.id === premise.form }, letters(each.words))));
  shape.addEventListener("change", () => {
    const slots = question.forms.find((each) => each.id === shape.value).slots;
    premise.form = shape.value;
    premise.of = Array.from({ length: slots }, (_, n) => premise.of[n] ?? null);
    take();
    again(`${id}-form`);
  });
  const slots = premise.of.map((chosen, n) => {
    const list = control("select", { id: `${id}-slot-${n}`, "aria-label": `${name}: ${"XYZ"[n]}` }, h("option", { value: "" }, "choose …"),
      ...question.options.map((each) => h("option", { value: each.id, selected: each.id === chosen }, `${each.id}: ${each.text}`)));
    list.addEventListener("change", () => { premise.of[n] = list.value || null; take(); });
    return list;
  });
  const at = spot(name), role = h("p", { class: "bd-kind" });
  const node = h("fieldset", { class: "ar-block" }, h("legend", {}, name), h("div", { class: "ar-shape" }, shape, button(`Remove premise ${number + 1}`, remove)),
    h("div", { class: "ar-sentence" }, ...filled(form.words, slots)), cited(question, id, premise, name, take), role, at);
  return { node, at, role };
}

function cited(question, id, premise, name, take) {
  if (!question.citable.length) return null;
  const head = control("summary", {});
  const count = () => { head.textContent = premise.claims.length ? `${name} cites ${premise.claims.join(", ")}` : `${name} cites no claim yet`; };
  const rows = question.citable.map((claim, n) => {
    const box = control("input", { type: "checkbox", id: `${id}-claim-${n}`, checked: premise.claims.includes(claim.id) });
    box.addEventListener("change", () => {
      premise.claims = question.citable.map((each) => each.id).filter((each) => (each === claim.id ? box.checked : premise.claims.includes(each)));
      count();
      take();
    });
    return h("div", { class: "rs-row" }, box, h("label", { for: box.id }, h("b", {}, claim.id), ` ${claim.text} `, h("span", { class: "bd-kind" }, claim.kind)));
  });
  count();
  return h("details", { class: "ar-cited" }, head, ...rows);
}
