"""Reads of events, notices and choices."""
