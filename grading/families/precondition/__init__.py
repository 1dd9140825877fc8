"""Families of the assignment “precondition”."""
