"""When an assignment is due, for whom later, and what late work costs.

`deadlines.py` reads the instructor's table, `enter.py` puts it into the grade book, `rule.py` is the course's rule,
`penalties.py` keeps what the grade book has for a penalty in step with grades and times.
"""
