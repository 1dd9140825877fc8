"""Watch a page of a browser for what a learner's words may do there."""

from playwright.sync_api import Page

from tests.hostile.place import HOST

RAN = "[window.ran, document.ran].some(Boolean)"
"""Asked in every frame, so of the topmost, too; a frame of another origin may not ask its own top."""


class Watched:
    """A page that keeps what happens on it: dialogs, new windows, and where it asks for things."""

    def __init__(self, page: Page) -> None:
        self.page, self.dialogs, self.asked, self.opened = page, [], set[str](), []
        page.on("dialog", lambda d: (self.dialogs.append(d.message), d.dismiss()))
        page.on("request", lambda r: self.asked.add(r.url))
        page.on("popup", lambda popup: self.opened.append(popup))  # noqa: PLW0108 - playwright needs a function

    def harm(self) -> list[str]:
        """What a learner's words did, in the page or in a frame of it."""
        ran = [f"script ran in {f.url}" for f in self.page.frames if f.evaluate(RAN)]
        return [*ran, *self.dialogs, *(f"asked {u}" for u in self.asked if HOST in u), *(p.url for p in self.opened)]

    def outside(self) -> set[str]:
        """What else it asked other hosts for."""
        return {u for u in self.asked if not u.startswith(("http://127.0.0.1", "file:", "data:", "blob:"))}
