"""Posting signed events to other programs."""
