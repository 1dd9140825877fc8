"""Words that a page, a terminal or a template could take for more than words."""

from pathlib import Path

from tests.hostile.place import HOST, edit, first_answer, write_essay

RAN = "window.top.ran=1;document.ran=1;window.ran=1"
OTHER = f"http://{HOST}/"


def essay_script(folder: Path) -> None:
    write_essay(folder, f"<script>{RAN};alert(1)</script><script src={OTHER}a.js></script>")


def essay_handlers(folder: Path) -> None:
    tags = (
        f"<img src=x onerror='{RAN}'>",
        f"<svg onload='{RAN}'></svg>",
        f"<details open ontoggle='{RAN}'>a</details>",
    )
    write_essay(folder, " ".join((*tags, f"<input autofocus onfocus='{RAN}'>", f"<body onpageshow='{RAN}'>")))


def essay_links(folder: Path) -> None:
    code = f"javascript:{RAN}"
    write_essay(
        folder, f"[a]({code}) <{code}> [b]: {code}\n\n<a href='{code}'>c</a> [d](data:text/html,<script>{RAN}</script>)"
    )


def essay_loads(folder: Path) -> None:
    """What tells a stranger that, when and from where the page was opened."""
    tags = ("img src", "iframe src", "link rel=stylesheet href", "object data", "embed src", "video autoplay src")
    style = f"<style>@import '{OTHER}s.css'; body {{ background: url({OTHER}b.png) }}</style>"
    write_essay(folder, "\n\n".join((f"![a]({OTHER}a.png)", *(f"<{tag}={OTHER}x>" for tag in tags), style)))


def essay_takes_the_page(folder: Path) -> None:
    tags = (
        f"<meta http-equiv=refresh content='0;url={OTHER}'>",
        f"<base href={OTHER}>",
        f"<form action={OTHER}><button>Save",
    )
    write_essay(
        folder,
        "\n\n".join((*tags, "<iframe srcdoc='<script>top.ran=1</script>'></iframe>", "<style>*{display:none}</style>")),
    )


def essay_formula(folder: Path) -> None:
    """MathJax has links and attributes of its own."""
    parts = (rf"\href{{javascript:{RAN}}}{{a}}", r"\style{position:fixed;inset:0}{b}", r"\require{HTML} \class{x}{c}")
    write_essay(folder, "\n\n".join(f"$${p}$$ $`{p}`$ \\({p}\\)" for p in parts))


def essay_breaks_out(folder: Path) -> None:
    write_essay(folder, f"--> ]]> </script></style></textarea></title></div></p>\"'><script>{RAN}</script>")


def essay_template(folder: Path) -> None:
    write_essay(folder, "{{ 7*7 }} {% raw %} {{ resources }} {{ ''.__class__.__mro__ }} ${7*7} <%= 7*7 %>")


def essay_entities(folder: Path) -> None:
    """Escaped twice and once, for readers who unescape."""
    write_essay(
        folder, f"&lt;script&gt;{RAN}&lt;/script&gt; &#60;script&#62;{RAN}&#60;/script&#62; \\<script>{RAN}\\</script>"
    )


def essay_terminal(folder: Path) -> None:
    write_essay(folder, "\x1b[2J\x1b[31mred\x1b]8;;http://hostile.example\x07link\x1b]8;;\x07 \x08\x08\x7f\x9b31m")


def essay_direction(folder: Path) -> None:
    """Marks that reverse or hide text, so that a grader reads something else than is stored."""
    write_essay(folder, "points: \u202e01\u202c \u2066of\u2069 1\u200b0 \ufeff \u00ad")


def beside_script(folder: Path) -> None:
    cell = {
        "cell_type": "raw",
        "id": "mine",
        "metadata": {"raw_mimetype": "text/html"},
        "source": f"<script>{RAN}</script>",
    }
    edit(folder, lambda cells: [*cells, cell, cell | {"cell_type": "markdown", "id": "mine-2"}])


def output_script(folder: Path) -> None:
    data = {
        "text/html": f"<script>{RAN}</script>",
        "application/javascript": RAN,
        "image/svg+xml": f"<svg onload='{RAN}'/>",
    }
    shown = {"output_type": "display_data", "metadata": {}, "data": data}
    edit(folder, lambda cells: [c | {"outputs": [shown]} if c["cell_type"] == "code" else c for c in cells])


def attachment_script(folder: Path) -> None:
    held = {"a.svg": {"image/svg+xml": f"<svg onload='{RAN}'/>"}}
    edit(folder, lambda cells: [c | {"attachments": held} if c["cell_type"] == "markdown" else c for c in cells])


def answer_script(folder: Path) -> None:
    first_answer(folder, {f"<script>{RAN}</script>": f"<img src=x onerror='{RAN}'>"})


def answer_terminal(folder: Path) -> None:
    first_answer(folder, ["\x1b[2J\x1b]0;owned\x07", "\u202e"])
