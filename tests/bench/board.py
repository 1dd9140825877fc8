"""From a key press to the repainted chart: the board against two ordinary ways, in one run, in one browser.

    python -m tests.bench.board [number of moves]

All show the same sixteen signals as a waterfall from prior to posterior and move the effect of one of them by a step
with an arrow key. `interact` draws an Altair chart anew with each move: by the live renderer of Altair 6, made to work
without a network, and by JupyterLab's own Vega, for which the chart has to be relabelled by hand. `JupyterChart` gets
each value as a parameter. Milliseconds are taken in the page, from the key event to the first task after the frame in
which the new posterior was painted.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from course.journal import Journal
from course.questions import load_bank
from course.tables import read
from tests.browser.conftest import CHROMIUM, Lab, Notebook, chromium, serve
from tests.browser.pages import write_notebook
from tests.paths import WEIGH

SIGNALS = load_bank(WEIGH)["whole-board"].signals  # type: ignore[union-attr]
MOVED = 7
"""The signal that is moved, by its place: in the middle, so that half of the bars follow."""

BOARD = """from course import ask
ask("whole-board")"""

CHART = """import altair as alt, pandas as pd, ipywidgets as widgets
from course.tables import read
steps = [{r["signal_id"]: r for r in read("example_ratings")}[r["id"]] for r in read("signals")]
names = [f"{r['id']} {r['short']}" for r in read("signals")]
trust = [row["credibility"] for row in steps]
sliders = {
    f"s{n}": widgets.IntSlider(row["step"], -3, 3, description=names[n], layout={"width": "500px"})
    for n, row in enumerate(steps)
}
params = [alt.param(name=f"s{n}", value=row["step"]) for n, row in enumerate(steps)]
size = dict(width=420, height={"step": 20})
def waterfall(given, title, weight):
    base = alt.Chart(given, title=title).transform_calculate(weight=weight).transform_window(
        after="sum(weight)", frame=[None, 0], sort=[{"field": "n"}])
    base = base.transform_calculate(before="datum.after - datum.weight")
    across = alt.X("before:Q", title="log-odds")
    return base.mark_bar().encode(alt.Y("name:N", sort=None, title=None), across, x2="after").properties(**size)
table = pd.DataFrame({"name": names, "n": range(len(names)), "trust": trust})
"""

INTERACT = (
    CHART
    + """
import math
from IPython.display import display
alt.renderers.enable("RENDERER", **OPTIONS)
def draw(**given):
    weights = [given[f"s{n}"] * trust[n] * math.log(2) for n in range(len(names))]
    total = math.log(0.2 / 0.8) + sum(weights)
    title = f"Posterior {100 / (1 + math.exp(-total)):.4f}"
    SHOW(waterfall(table.assign(w=weights), title, "datum.w"))
def relabelled(chart):
    spec = chart.to_dict()
    spec["$schema"] = "https://vega.github.io/schema/vega-lite/v5.json"
    spec["usermeta"] = {"embedOptions": {"renderer": "svg", "actions": False}}
    display({"application/vnd.vegalite.v5+json": spec, "text/plain": "chart"}, raw=True)
widgets.interact(draw, **sliders);"""
)

JUPYTER_CHART = (
    CHART
    + """
alt.JupyterChart.enable_offline()
each = "[" + ",".join(f"s{n}" for n in range(len(names))) + "]"
weight = f"{each}[datum.n] * datum.trust * log(2)"
total = " + ".join(f"s{n} * {trust[n]} * log(2)" for n in range(len(names)))
title = alt.Title(alt.expr(f"'Posterior ' + format(100 / (1 + exp(-(log(0.25) + {total}))), '.4f')"))
chart = waterfall(table, title, weight).add_params(*params)
shown = alt.JupyterChart(chart, embed_options={"renderer": "svg", "actions": False})
for name, slider in sliders.items():
    slider.observe(lambda change, name=name: setattr(shown.params, name, change["new"]), "value")
widgets.VBox([*sliders.values(), shown])"""
)


def _interact(renderer: str, show: str, **options: object) -> str:
    return INTERACT.replace("RENDERER", renderer).replace("OPTIONS", repr(options)).replace("SHOW", show)


WAYS = {
    "the board": (BOARD, f"[id$='-{SIGNALS[MOVED]}-effect']"),
    "interact, Altair's jupyter renderer": (_interact("jupyter", "display", offline=True), None),
    "interact, JupyterLab's own Vega": (_interact("default", "relabelled"), None),
    "sliders observed into JupyterChart": (JUPYTER_CHART, None),
}

WATCH = """() => {
  const shown = () => {
    const own = document.querySelector('.bd-result');
    if (own) return own.textContent;
    const pictures = [...document.querySelectorAll('.jp-OutputArea-output svg text')].map(t => t.textContent);
    return /Posterior [\\d.]+/.exec(pictures.join(' '))?.[0];
  };
  let pressed = 0, last = shown(), wait = null;
  addEventListener('keydown', () => { pressed = performance.now(); }, true);
  new MutationObserver(() => {
    const now = shown();
    if (!now || now === last) return;
    last = now;
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => { wait?.(performance.now() - pressed); wait = null; };
      after.port2.postMessage(0);
    });
  }).observe(document.querySelector('.jp-Notebook'), {subtree: true, childList: true, characterData: true});
  window.painted = () => new Promise((done, fail) => {
    wait = done;
    setTimeout(() => fail(Error('no repaint')), 10000);
  });
}"""


def latency(page: Page, lab: Lab, way: str, moves: int) -> list[float]:
    """Milliseconds from key press to repaint, for each move."""
    source, selector = WAYS[way]
    folder = lab.root / str(list(WAYS).index(way))
    folder.mkdir()
    (folder / "questions.toml").write_bytes(WEIGH.read_bytes())
    rated = {str(r["signal_id"]): {"step": r["step"], "credibility": r["credibility"]} for r in read("example_ratings")}
    Journal(folder / "journal.json").save("whole-board", {"prior": 0.2, "ratings": rated})
    write_notebook(folder / "bench.ipynb", [source])
    opened = Notebook(page, lab, f"{folder.name}/bench.ipynb")
    opened.open()
    opened.run_all()
    if selector:
        slider = page.locator(selector)
        slider.wait_for()
    else:
        page.locator(".jp-OutputArea-output svg text", has_text="Posterior").first.wait_for(timeout=60_000)
        slider = page.locator(".noUi-handle").nth(MOVED)
    page.wait_for_timeout(1500)
    page.evaluate(WATCH)
    slider.focus()
    taken = []
    for n in range(moves + 3):
        page.evaluate("() => { window.awaited = painted(); }")
        page.keyboard.press("ArrowRight" if n % 4 < 2 else "ArrowLeft")
        milliseconds = page.evaluate("() => window.awaited")
        page.wait_for_timeout(60)
        if n >= 3:  # the first ones warm up
            taken.append(milliseconds)
    page.evaluate("async () => { await jupyterapp.serviceManager.sessions.shutdownAll(); }")
    return taken


def main(moves: int = 50) -> None:
    """Print p50 and p95 of each way, and the ratios."""
    found = {}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        home, root = Path(folder, "home"), Path(folder, "root")
        home.mkdir()
        root.mkdir()
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM)
        with serve(home, root, cold=True) as lab:
            page = browser.new_page(viewport={"width": 1400, "height": 1000})
            for way in WAYS:
                found[way] = latency(page, lab, way, moves)
        browser.close()
    print(f"key press to repaint, {len(SIGNALS)} signals, {moves} moves each, ms")
    ours = statistics.median(found["the board"])
    for way, taken in found.items():
        middle, slow = statistics.median(taken), statistics.quantiles(taken, n=20)[18]
        print(f"  {way:<38} p50 {middle:6.0f}  p95 {slow:6.0f}  {middle / ours:5.1f} ×")


if __name__ == "__main__":
    main(*(int(n) for n in sys.argv[1:2]))
