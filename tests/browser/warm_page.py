"""A page with JupyterLab in it that one test leaves to the next: to load it takes longer than most tests take.

Whatever a test may have changed is put back. A page of which that is not sure is closed, and the next test loads
its own.
"""

import contextlib

from playwright.sync_api import Error, Page

VIEWPORT = {"width": 1400, "height": 1000}
_KEPT: dict[str, Page] = {}  # by address of the JupyterLab

OPEN = """async (path) => {
  for (const widget of [...jupyterapp.shell.widgets("main")]) widget.dispose();
  await jupyterapp.commands.execute("docmanager:open", { path });
}"""
# Whether the page is as a new one is now, but for what has been loaded.
TIDY = """async () => {
  const app = window.jupyterapp;
  if (!app || document.querySelector(".jp-Dialog, .Toastify__toast, .jp-MenuBar .lm-mod-active")) return false;
  for (const widget of [...app.shell.widgets("main")]) widget.dispose();
  await app.serviceManager.sessions.shutdownAll();
  if (app.shell.leftCollapsed) app.shell.expandLeft();
  if (!app.shell.rightCollapsed) app.shell.collapseRight();
  if (app.shell.mode !== "multiple-document") return false;
  localStorage.clear();
  sessionStorage.clear();
  document.activeElement?.blur();
  return ![...app.shell.widgets("main")].some((widget) => widget.context);
}"""


def take(address: str) -> Page | None:
    """The page that was left, if there is one."""
    return _KEPT.pop(address, None)


def leave(address: str, page: Page) -> None:
    """Leave a page to the next test, if it can be put in order; else close it."""
    if not page.is_closed() and page.url.startswith(f"{address}lab") and _tidied(page):
        _KEPT[address] = page
    else:
        page.context.close()


def close(address: str) -> None:
    """Close the page of a JupyterLab that ends."""
    if page := take(address):
        with contextlib.suppress(Error):  # its browser may have ended before
            page.context.close()


def _tidied(page: Page) -> bool:
    try:
        for other in page.context.pages:
            if other is not page:
                other.close()
        page.unroute_all()
        page.emulate_media(media="null", color_scheme="null", reduced_motion="null", forced_colors="null")
        page.set_viewport_size(VIEWPORT)
        page.mouse.move(0, 0)
        return bool(page.evaluate(TIDY))
    except Error:
        return False
