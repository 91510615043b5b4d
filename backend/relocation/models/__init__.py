"""Displaced bookings: the notice, and the way out."""

from relocation.models.displacement import Displacement

__all__ = ["Displacement"]
