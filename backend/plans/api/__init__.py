"""The city's calendar over HTTP."""
