"""The grading room's tests: a classroom in a temporary folder, and learners as data."""
