"""Joining a line, being offered a desk, and answering."""
