"""Reads of the facts, as figures."""
