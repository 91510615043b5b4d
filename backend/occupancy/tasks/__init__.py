"""What the heavy worker does for occupancy."""

from occupancy.tasks import building

__all__ = ["building"]
