"""Changing places: each change in one transaction, with its event and the revision of places moved."""
