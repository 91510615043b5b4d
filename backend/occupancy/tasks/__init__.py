"""What the heavy worker does for occupancy."""

from occupancy.tasks import building, reporting, retention

__all__ = ["building", "reporting", "retention"]
