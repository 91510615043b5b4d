"""Telework over HTTP."""
