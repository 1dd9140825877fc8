"""What whoever grades sees in the formgrader, and what a learner reads in feedback."""
