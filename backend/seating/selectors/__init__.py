"""Reads of desks, people and records of seating."""
