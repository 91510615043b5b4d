"""Reads of telework."""
