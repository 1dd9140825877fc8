"""Hostile and broken submissions: `kinds.toml` says what each is and what must come of it, the modules make it."""
