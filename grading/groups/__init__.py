"""Groups that hand in together: one hand-in, one mark, for everybody in the group.

A hand-in stays with the learner who made it, and is graded and marked once; what others get of it, marks, feedback,
an extension, is worked out where it is needed. Copies for each member would be marked again and again, could come to
differ, and would look like copied work. `table.py` reads the instructor's tables, `counts.py` says whose hand-in counts
for whom, `found.py` looks at what was handed in, `share.py` gives members their pages of feedback.
"""
