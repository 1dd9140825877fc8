"""What is handed out: an assignment, its notebook as released, and whether it is fit to be."""
