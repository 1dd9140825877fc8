"""The students' folder as somebody gets it who has nothing else of the course: unpacked elsewhere, and worked in.

It does not show that the packages of the lock can be fetched; CI's own set-up does, and they are the same.
"""

import re
import sys
import zipfile

from playwright.sync_api import expect

from course import bundle
from tests.browser import environments
from tests.browser.conftest import Lab, Notebook
from tests.browser.pages import panel
from tests.browser.test_panels import values

ASK_KERNEL = """async code => {
    let said = '';
    const done = jupyterapp.shell.currentWidget.sessionContext.session.kernel.requestExecute({code});
    done.onIOPub = message => { if (message.header.msg_type === 'stream') said += message.content.text; };
    await done.done;
    return said.trim();
}"""


def test_lesson_01_from_the_students_folder(context, tmp_path):
    *_, archive = bundle.build(tmp_path / "dist")
    zipfile.ZipFile(archive).extractall(tmp_path / "Downloads")
    (home,) = (tmp_path / "Downloads").iterdir()
    env = environments.with_the_course_of(home)
    options = ["--no-browser", "--ServerApp.port=0", "--LabApp.expose_app_in_browser=True"]
    with environments.lab([sys.executable, "start.py", *options], home, tmp_path) as address:
        page = context.new_page()
        url, token = re.match(r"(http://[^/]+/).*\btoken=(\w+)", address).groups()
        lesson = Notebook(page, Lab(url, token, home / "notebooks"), "01_the_question.ipynb")
        lesson.open()
        expect(page.locator(".rds-line")).to_have_text("Ready.", timeout=60_000)  # the wheel's extension ran it
        title = panel(page, "A title with a question mark")
        title.get_by_role("radio", name="The author has found").check()
        expect(title.get_by_role("status")).to_contain_text("Saved")
        ran = page.evaluate(ASK_KERNEL, "import course, sys; print(course.__file__); print(sys.prefix)")
    assert [line.startswith(str(env)) for line in ran.splitlines()] == [True, True], ran
    assert values(lesson.journal) == {"title-mark": "finds"}
