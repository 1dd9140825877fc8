"""Score one submission, and the record of what was decided."""
