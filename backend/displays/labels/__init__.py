"""Sheets of desk labels, drawn as PDF."""
