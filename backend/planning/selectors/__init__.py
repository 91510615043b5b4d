"""Reads of the facts as planners ask for them."""
