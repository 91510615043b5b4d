"""Keeping scenarios, and working placements out."""
