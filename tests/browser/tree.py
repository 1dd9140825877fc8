"""The accessibility tree as Chromium hands it to a screen reader, and rules that every panel in it has to keep."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from playwright.sync_api import Page

CHOICES = ("radio", "checkbox")
FIELDS = ("slider", "spinbutton", "combobox")
CONTROLS = (*CHOICES, *FIELDS, "button", "DisclosureTriangle")
GROUPS = ("group", "radiogroup", "region", "article", "table")
PICTURES = ("image", "img", "graphics-document")
SAME = "Reread "  # whatever has this name opens the same claims
LEAST = 40  # characters: a picture's name says what it shows, not only that it is one


@dataclass
class Node:
    """What a screen reader knows of one thing on the page."""

    role: str
    name: str
    value: Any
    said: dict[str, Any]
    above: "Node | None" = None
    children: "list[Node]" = field(default_factory=list)

    def all(self, *roles: str) -> "list[Node]":
        """Itself and what is below it, in reading order; only of these roles, if any are named."""
        return [node for node in self._walk() if not roles or node.role in roles]

    def within(self, *roles: str) -> "list[Node]":
        """What it stands in, the nearest first; only of these roles."""
        found, node = [], self.above
        while node:
            found += [node] if node.role in roles else []
            node = node.above
        return found

    def _walk(self) -> Iterator["Node"]:
        yield self
        for child in self.children:
            yield from child._walk()


def read(page: Page, selector: str) -> Node:
    """The parts of a page that a selector names, without what is hidden from screen readers, under one root."""
    session = page.context.new_cdp_session(page)
    found = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    top = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    chosen = session.send("DOM.querySelectorAll", {"nodeId": top, "selector": selector})["nodeIds"]
    wanted = {session.send("DOM.describeNode", {"nodeId": each})["node"]["backendNodeId"] for each in chosen}
    session.detach()
    root = Node("page", "", None, {})

    def add(raw: dict[str, Any], above: Node) -> None:
        node = above
        if not raw["ignored"]:
            said = {each["name"]: each["value"].get("value") for each in raw.get("properties", ())}
            name, value = (raw.get(member, {}).get("value") for member in ("name", "value"))
            node = Node(raw["role"]["value"], " ".join((name or "").split()), value, said, above)
            above.children.append(node)
        for child in raw.get("childIds", ()):
            if child in found:
                add(found[child], node)

    for raw in found.values():
        if raw.get("backendDOMNodeId") in wanted:
            add(raw, root)
    return root


def panels(root: Node, titles: list[str]) -> list[Node]:
    """The panels with these titles, in their order."""
    named = {node.name: node for node in root.all("region")}
    return [named[title] for title in titles]


def complaints(panel: Node) -> list[str]:
    """What a screen reader would not tell of a panel, in words; empty if all is well."""
    wrong = []
    headings = panel.all("heading")
    if not headings or headings[0].name != panel.name or headings[0].said.get("level") != 3:
        wrong.append("it does not begin with a heading of level 3 that names it")
    levels = [int(each.said["level"]) for each in headings]
    wrong += [f"heading of level {b} after {a}" for a, b in pairwise(levels) if b > a + 1]
    seen: set[tuple[str, ...]] = set()
    for node in panel.all(*CONTROLS):
        wrong += _of_control(node)
        path = (node.role, node.name, *(each.name for each in node.within(*GROUPS)))
        if path in seen and not node.name.startswith(SAME):
            wrong.append(f"two {node.role}s are called “{node.name}”")
        seen.add(path)
    if not [node for node in panel.all("status", "alert") if node.said.get("live") in ("polite", "assertive")]:
        wrong.append("no status that is read out")
    return wrong + pictures(panel) + tables(panel, rows=True)


def pictures(root: Node) -> list[str]:
    """Pictures that do not say what they show."""
    return [f"picture called “{node.name}”" for node in root.all(*PICTURES) if len(node.name) < LEAST]


def tables(root: Node, rows: bool = False) -> list[str]:
    """Tables that can't be read cell by cell: columns without a head, and if `rows` is set, rows without one."""
    wrong = []
    for table in root.all("table"):
        if not table.all("columnheader"):
            wrong.append(f"table “{table.name}” has no column headers")
        if rows and [row for row in table.all("row") if row.all("cell") and not row.all("rowheader")]:
            wrong.append(f"table “{table.name}” has rows without a header")
    return wrong


def _of_control(node: Node) -> list[str]:
    wrong, what = [], f"{node.role} “{node.name}”"
    if len(node.name) < 3:
        wrong.append(f"{what} has no name")
    if node.role in CHOICES and not node.said.get("checked"):
        wrong.append(f"{what} does not say whether it is chosen")
    if node.role in CHOICES and not any(group.name for group in node.within("group", "radiogroup")):
        wrong.append(f"{what} stands in no group with a name")
    if node.role == "slider" and not node.said.get("valuetext"):
        wrong.append(f"{what} says no value in words")
    if node.role == "combobox" and not node.value:
        wrong.append(f"{what} says no value")
    if node.role == "DisclosureTriangle" and node.said.get("expanded") is None:
        wrong.append(f"{what} does not say whether it is open")
    return wrong
