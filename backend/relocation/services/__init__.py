"""Displaced bookings: moved or given up, told, and answered; each in the transaction of its cause."""
