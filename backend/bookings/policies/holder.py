"""The name under which bookings hold a stretch of somebody's day in the ledger."""

HOLDER_KIND = "booking"
