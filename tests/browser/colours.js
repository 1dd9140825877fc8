// The colours that look.css names, as they are painted on a panel: {name: [red, green, blue]}.
(names) => {
  const panel = document.querySelector(".rs-panel"), probe = document.createElement("span");
  const brush = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const ground = getComputedStyle(panel).backgroundColor;
  function painted(name) {
    probe.style.color = `var(--rs-${name})`;
    for (const colour of [ground, getComputedStyle(probe).color]) {
      brush.fillStyle = colour;
      brush.fillRect(0, 0, 1, 1);
    }
    return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
  }
  panel.append(probe);
  const found = Object.fromEntries(names.map((name) => [name, painted(name)]));
  probe.remove();
  return found;
}
