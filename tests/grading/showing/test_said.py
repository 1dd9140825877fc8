"""What a button of the formgrader shows of its command."""

import traceback

from nbgrader.converters.base import NbGraderException
from nbgrader.exchange.abc import ExchangeError

from grading.showing.formgrader.said import in_plain_words


def failed(error: Exception) -> str:
    try:
        raise error
    except type(error):
        return traceback.format_exc()


def test_a_traceback_is_shown_only_of_what_nobody_foresaw():
    for error in (NbGraderException("one\ntwo"), ExchangeError("held")):
        assert in_plain_words({"success": False, "log": "[ERROR] why", "error": failed(error)}) == {
            "success": False,
            "log": "[ERROR] why",
        }
    for error in (ValueError("nbgrader"), KeyError("x")):
        answer = {"success": False, "log": "[ERROR] why", "error": failed(error)}
        assert in_plain_words(answer) == answer
    silent = {"success": False, "error": failed(ExchangeError("held"))}
    assert in_plain_words(silent) == silent


def test_details_are_left_out():
    answer = {"success": True, "log": "[DEBUG] a\n[INFO] b\n[WARNING] c\nmore of it\n"}
    assert in_plain_words(answer)["log"] == "[INFO] b\n[WARNING] c\nmore of it"
    assert in_plain_words({"success": True, "log": "[DEBUG] a"}) == {"success": True}
