"""The class report: what a class did with an assignment, as one page and as the tables behind it."""
