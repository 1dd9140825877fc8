"""nbgrader's converters as this course needs them, and what puts them in the place of nbgrader's own."""
