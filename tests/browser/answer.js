// Answers every panel of a page, as quickly as the page allows: `nth` says which choice is taken, `parts` whether panels are
// meant that ask a part of a question, or all others; nobody answers a whole and its parts in one moment. What keys do is
// tested elsewhere; this brings panels into the states that are looked at.
([nth, parts]) => {
  const told = (node, kind) => node.dispatchEvent(new Event(kind, { bubbles: true }));
  const take = (select, value) => { select.value = value; told(select, "change"); };
  const all = (node, selector) => [...node.querySelectorAll(selector)];
  const press = (panel, ...names) => all(panel, "button").find((b) => !b.hidden && names.includes(b.textContent))?.click();

  function fields(panel) {
    for (const name of new Set(all(panel, "input[type=radio]").map((input) => input.name))) {
      const choices = all(panel, "input[type=radio]").filter((input) => input.name === name);
      choices[Math.min(nth, choices.length - 1)].click();
    }
    all(panel, "fieldset > .rs-row > input[type=checkbox]").slice(nth, nth + 2).forEach((box) => { if (!box.checked) box.click(); });
    all(panel, ".rs-ranked select").forEach((select, i) => take(select, i + 1));
    all(panel, ".es-row + .rs-slide > input").forEach((slider) => { slider.value = nth; told(slider, "input"); });
    all(panel, "textarea").forEach((box) => { box.value = `Thought ${nth}.`; told(box, "input"); });
    all(panel, "input[role=spinbutton]").forEach((input) => { input.value = 30 + nth; told(input, "input"); });
  }
  function board(panel) {
    if (panel.querySelector("[id$='-first-prior']")) panel.querySelector("input[type=range]").click();
    press(panel, "Go on to the signals");
    for (let n = nth; panel.querySelector(".bd-card"); n += 1) {
      const steps = all(panel, ".bd-card input[type=radio]");
      steps[n % steps.length].click();
      panel.querySelector(".bd-card [id$='-card-trust']").click();
      all(panel, ".bd-card [id$=-because]").forEach((select) => take(select, select.options[1 + nth].value));
      if (parts) return;
      press(panel, "Next signal", "See the whole");
    }
    all(panel, ".bd-rating [id$=-effect]").slice(0, 1).forEach((slider) => { slider.value = nth; told(slider, "input"); });
    fields(panel);
    all(panel, "[id$=-posterior]").forEach((slider) => slider.click());
    all(panel, "[id$=-strongest]").forEach((select) => take(select, select.options[1].value));
    for (const [n, open] of all(panel, ".bd-matrix button").entries()) {
      open.click();
      all(panel, ".bd-against fieldset").forEach((group, i) => group.querySelectorAll("input")[(n + i + nth) % 5].click());
    }
  }
  function argument(panel) {
    [["only_if", "R", "D"], ["not", "D"], [nth ? "is" : "not", "Q"]].forEach(([form, ...of], n) => {
      if (all(panel, ".ar-block").length <= n) press(panel, "Add a premise");
      take(panel.querySelector(`[id$='-${n}-form']`), form);
      of.forEach((letter, slot) => {
        const select = panel.querySelector(`[id$='-${n}-slot-${slot}']`), has = [...select.options].some((o) => o.value === letter);
        take(select, has ? letter : select.options[1 + slot].value);
      });
    });
    panel.querySelector(".bd-radios input").click();
    const claim = panel.querySelector(".ar-cited input");
    if (claim && !claim.checked) claim.click();
  }
  for (const panel of document.querySelectorAll(".rs-panel")) {
    const part = panel.querySelector(".bd-alone") !== null;
    if (part !== parts) continue;
    if (panel.querySelector(".bd-board")) board(panel);
    else if (all(panel, "button").some((b) => b.textContent === "Add a premise")) argument(panel);
    else fields(panel);
  }
}
