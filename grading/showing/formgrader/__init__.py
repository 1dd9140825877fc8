"""The formgrader's page of a submission, in the place of nbgrader's: the essay first, its rubric beside it."""
