"""Bookings as plain values for JSON, in the shapes of `answers`."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from rest_framework.request import Request

from bookings.selectors.shown import ShownBooking
from core.words import language_of
from people.api.answers import person_brief

_NAMES = [field.name for field in fields(ShownBooking)]


def booking_shape(one: ShownBooking, request: Request) -> dict[str, Any]:
    """A Booking; its rule in the reader's language."""
    shape = {name: getattr(one, name) for name in _NAMES}
    shape["rule"] = one.rule.in_language(language_of(request)) if one.rule else None
    shape["booked_by"] = person_brief(one.booked_by) if one.booked_by else None
    return shape


def booking_shapes(every: Sequence[ShownBooking], request: Request) -> list[dict[str, Any]]:
    """Bookings, in their order."""
    return [booking_shape(one, request) for one in every]
