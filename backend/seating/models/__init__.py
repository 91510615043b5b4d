"""Choices of a desk, draws of sections, and groups: what was decided, and from what."""

from seating.models.choice import DeskChoice
from seating.models.draw import DrawnSeat, DrawState, SectionDraw
from seating.models.group import GroupBooking, GroupSeat

__all__ = ["DeskChoice", "DrawState", "DrawnSeat", "GroupBooking", "GroupSeat", "SectionDraw"]
