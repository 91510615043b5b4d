"""Decides where people sit: pure functions over plain values."""
