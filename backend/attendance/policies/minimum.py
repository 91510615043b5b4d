"""When somebody's going brings a section under the number of people that it needs on site. Knows no Django."""

from collections.abc import Mapping


def halves_broken(before: Mapping[str, int], after: Mapping[str, int], minimum: int) -> list[str]:
    """The halves (`am`, `pm`) in which fewer are left than needed, and fewer than before."""
    return [half for half in ("am", "pm") if after[half] < minimum and after[half] < before[half]]
