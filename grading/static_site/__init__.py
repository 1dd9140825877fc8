"""The course as a static site that runs in a browser tab: JupyterLite, Pyodide, the course's wheel, and its lessons.

`python -m grading.static_site` builds one; nothing that only instructors have goes into it.
"""
