"""What JupyterLab, Notebook 7 and a static site load of the course: lessons that open and work.

`reading-diplomatic-signals/` is the extension as they load it; it is written by hand, and nothing is built. Two of its
files tell what it knows of the course; `python -m course.labextension` writes them anew, after a change to a lesson's
code or to the tables.
"""
