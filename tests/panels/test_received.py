"""What a page sends is the same in every Python."""

from course.panels.received import plain


class JsNull:
    """As Pyodide's, of which there is one."""


def test_pyodides_null_is_none_wherever_it_stands():
    null = JsNull()
    assert plain({"a": [1, null, {"b": null}], "c": None, "d": "x"}) == {
        "a": [1, None, {"b": None}],
        "c": None,
        "d": "x",
    }
