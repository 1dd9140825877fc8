"""Marks as files that a learning platform takes in: `nbgrader export --exporter=grading.export.canvas.CanvasExporter`.

`marks` reads the grade book into plain values, `harmless` makes text safe to open in a spreadsheet, `base` is what both
plugins share, and `canvas` and `moodle` lay the values out in columns.
"""
