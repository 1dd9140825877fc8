// Watches where Tab goes: () => {stops, start, walked}. Of radio buttons with one name, Tab reaches one.
() => {
  const look = (node) => {
    const s = getComputedStyle(node);
    return [s.outlineStyle, s.outlineWidth, s.boxShadow].join();
  };
  let reached = [], expected = [];
  document.addEventListener("focusin", ({ target }) => {
    reached.push({ target, shown: look(target), ring: parseFloat(getComputedStyle(target).outlineWidth) });
  });

  function stops(panel) {
    const names = new Set();
    return [...panel.querySelectorAll("input, select, button, summary, [tabindex='0']")].filter((node) => {
      if (node.disabled || !node.checkVisibility()) return false;
      if (node.type !== "radio") return true;
      const chosen = panel.querySelector(`input[name="${node.name}"]:checked`);
      if (chosen ? node !== chosen : names.has(node.name)) return false;
      names.add(node.name);
      return true;
    });
  }
  // The focus goes to the first control of a panel; how many there are.
  function start(panel) {
    reached = [];
    expected = stops(panel);
    expected[0].focus();
    return expected.length;
  }
  // What went wrong on the way through a panel and out of it.
  function walked(panel) {
    const title = panel.querySelector("h3").textContent, wrong = [];
    const name = (node) => `${title}: ${node.outerHTML.slice(0, 120)}`;
    if (panel.contains(document.activeElement)) wrong.push(`Tab does not leave ${title}`);
    document.activeElement.blur();
    const inside = reached.filter(({ target }) => panel.contains(target));
    expected.forEach((node, i) => {
      if (inside[i]?.target !== node) wrong.push(`not reached in its turn: ${name(node)}`);
    });
    for (const { target, shown, ring } of inside) {
      if (shown === look(target) || ring < 2) wrong.push(`the focus is not seen: ${name(target)}`);
    }
    return wrong;
  }
  window.tab = { start, walked };
}
