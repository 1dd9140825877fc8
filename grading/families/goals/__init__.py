"""Families of the assignment “goals”."""
