// Needs: number
// A box for a probability in per cent. What is typed is taken once typing rests, or with Enter, or when the box is left;
// what can't be understood is said beside it and stored nowhere. Not type="number": that gives a script what it made of
// the text, by the browser's language, and changes at a turn of the mouse wheel.

const TYPING = 700; // ms without a key
const DOUBT = 2000; // the same after a lone 0, with which 0.7 begins: it would be certainty

// `now` gives the probability that is set, `put` sets another; `hold` tells that something is being typed, `free` that
// nothing came of it.
function percentBox(id, name, now, put, hold, free) {
  const input = control("input", { type: "text", role: "spinbutton", id, inputmode: "decimal", autocomplete: "off", spellcheck: "false",
    "aria-valuemin": 0, "aria-valuemax": 100, placeholder: "–", "aria-label": "in percent", "aria-labelledby": `${name} ${id}` });
  const told = h("p", { class: "rs-unclear", id: `${id}-told` }), offered = h("div", { class: "rs-buttons" });
  let typing = null, before = null, fault = "", short = "";

  function tell(reading) {
    const kept = now() === null ? "Nothing is saved here." : `Your answer stays ${inPercent(now())} %.`;
    fault = reading?.fault ? `${reading.fault} ${kept}` : "";
    short = fault && `${reading.fault.split(". ")[0]}. ${kept}`; // what to write stands beside the box
    told.textContent = fault;
    offered.replaceChildren(...(reading?.either ?? []).map((value, i) => {
      const node = button(`${inPercent(value)} %`, () => {
        take(value);
        input.focus();
      });
      owned(node, `${id}-either-${i}`, name);
      return node;
    }));
    if (fault) mark(input, { "aria-invalid": "true", "aria-describedby": told.id });
    else for (const attribute of ["aria-invalid", "aria-describedby"]) input.removeAttribute(attribute);
  }
  function show() {
    const value = now();
    if (value === null) input.removeAttribute("aria-valuenow");
    else mark(input, { "aria-valuenow": inPercent(value), "aria-valuetext": `${inPercent(value)} %` });
    if (value === null) input.removeAttribute("aria-valuetext");
    if (typing === null && !fault && (document.activeElement !== input || readPercent(input.value).value !== value)) {
      input.value = value === null ? "" : inPercent(value);
    }
  }
  function take(value) {
    clearTimeout(typing);
    typing = null;
    tell(null);
    put(value);
  }
  // Ends the typing: what stands in the box is the answer, or is said to be none.
  function settle() {
    if (typing === null) return;
    clearTimeout(typing);
    typing = null;
    const reading = readPercent(input.value);
    if (!reading.fault) {
      before = { text: input.value, value: now() };
      return take(reading.value);
    }
    // “0”, a rest, “,7”: the 0 was not meant.
    if (before && [0, 1].includes(now()) && input.value.trim().startsWith(before.text.trim())) put(before.value);
    tell(reading);
    free();
  }
  input.addEventListener("input", () => {
    const reading = readPercent(input.value);
    clearTimeout(typing);
    typing = setTimeout(settle, reading.value === 0 ? DOUBT : TYPING);
    hold();
  });
  input.addEventListener("change", settle);
  input.addEventListener("blur", () => {
    settle();
    before = null;
    show();
  });
  input.addEventListener("keydown", (event) => {
    const step = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
    if (event.key === "Enter") settle();
    if (!step) return;
    event.preventDefault();
    settle();
    const next = now() === null ? 50 : Number(inPercent(now())) + step;
    if (next >= 0 && next <= 100) take(Number(`${Number(next.toFixed(12))}e-2`));
    show();
  });
  return {
    input, show, settle,
    said: h("div", { class: "rs-said" }, told, offered),
    unclear: () => short,
    typing: () => typing !== null,
    wipe: () => { clearTimeout(typing); typing = null; before = null; tell(null); },
    // Another way to set the value was used: what stood in the box has had its day.
    leave: () => { if (fault || typing !== null) { clearTimeout(typing); typing = null; tell(null); } },
  };
}
