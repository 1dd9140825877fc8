"""Read what was handed in. Nothing in it is trusted, executed or followed."""
