"""Reads for labels and displays."""
