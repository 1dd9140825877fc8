// A chart looks at its place again when the window's size changes; a notebook also becomes wider when a side bar closes.

export function followWidth(panel) {
  let width = 0, waiting = 0;
  const tell = () => { waiting = 0; dispatchEvent(new Event("resize")); };
  const watch = new ResizeObserver(([{ contentRect: { width: now } }]) => {
    if (width && now && now !== width && !waiting) waiting = requestAnimationFrame(tell);
    width = now || width;
  });
  watch.observe(panel.node);
  return { stop: () => { watch.disconnect(); cancelAnimationFrame(waiting); } };
}
