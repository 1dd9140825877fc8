"""Marks and feedback as files that a learning platform takes in.

`nbgrader export --exporter=grading.export.canvas.CanvasExporter` writes marks: `marks` reads the grade book into plain
values, `harmless` makes text safe to open in a spreadsheet, `base` is what the plugins share, and `canvas`, `moodle`,
`worksheet` and `plain` lay the values out in columns. `python -m grading.export <assignment>` packs the pages of
feedback (`pack`). `numbers` finds the platform's number of a learner.
"""
