"""What a folder (or a stored layout) says about a floor, by codes and numbers instead of ids."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class DrawnArea:
    """An area: its box in metres, departments at home with their weekday (None: every day), overflow areas in order."""

    code: str
    name: str
    x: float
    y: float
    width: float
    height: float
    homes: frozenset[tuple[str, int | None]] = frozenset()
    overflow: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DrawnDesk:
    """A desk: its box in metres before it is turned by `rotation` degrees about its middle; who it is assigned to."""

    code: str
    area: str
    x: float
    y: float
    width: float
    height: float
    rotation: float = 0.0
    mode: str = "bookable"
    features: tuple[str, ...] = ()
    assigned_to: str | None = None


@dataclass(frozen=True, slots=True)
class DrawnFloor:
    """One floor: its size in metres, the sanitised drawing behind the desks, areas and desks by their codes."""

    code: str
    width: float
    height: float
    plan: str
    areas: Mapping[str, DrawnArea] = field(default_factory=dict)
    desks: Mapping[str, DrawnDesk] = field(default_factory=dict)
