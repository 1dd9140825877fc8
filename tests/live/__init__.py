"""Tests of what follows the journal."""
