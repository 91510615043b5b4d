"""Reads of the lines of people who wait."""
