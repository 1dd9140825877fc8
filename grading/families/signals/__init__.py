"""Families of the assignment “signals”."""
