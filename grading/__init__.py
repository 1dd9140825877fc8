"""The grading room: reads what learners hand in as data, scores it, and drives nbgrader.

This folder is also nbgrader's course root. It imports `course`; nothing in `course` imports it. It is never shipped.
"""
