"""Reads of what is displaced, and of where it could go."""
