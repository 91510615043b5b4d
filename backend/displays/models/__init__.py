"""Displays and the addresses under which they show a floor."""

from displays.models.display_link import DisplayLink

__all__ = ["DisplayLink"]
