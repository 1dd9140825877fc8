"""How persons mark an essay: by criterion, and two of them blind to each other.

`criteria.py` keeps the points of a task's criteria, which `handout/scheme.py` reads. `pairs.py` reads the instructor's
table of markers, `marks.py` keeps each marker's own mark apart from nbgrader's grade, `settle.py` makes of two marks
the one that nbgrader has, `agree.py` says how far two markers agree, `worksheet.py` is for a marker who works offline.
"""
