"""Choosing, drawing and booking for groups; every booking itself is made by bookings.services."""
