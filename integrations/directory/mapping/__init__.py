"""Entries of a directory become departments, people and posts, by the attributes that the settings name."""
