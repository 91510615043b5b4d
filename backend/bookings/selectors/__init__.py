"""Reads of bookings, rules and availability."""
