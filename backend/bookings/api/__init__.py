"""Bookings, availability and check-in over HTTP."""
