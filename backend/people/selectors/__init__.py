"""Reads of people, departments, accounts and sessions."""
