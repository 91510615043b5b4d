"""Writes of telework."""
