"""A draw as it is written down, so that it can be made again."""

from typing import Any

from seating.policies.section_draw import DeskInDraw, Drawer, DrawWanted


def as_written(wanted: DrawWanted) -> dict[str, Any]:
    """All that the draw depends on, as JSON takes it."""
    return {
        "people": [[one.person_id, sorted(one.needs)] for one in wanted.people],
        "desks": [[one.desk_id, one.code, one.rank, sorted(one.features)] for one in wanted.desks],
        "fixed": [[person, desk] for person, desk in sorted(wanted.fixed.items())],
        "next_to": sorted(sorted(pair) for pair in wanted.next_to),
        "together": sorted([*sorted(pair), count] for pair, count in wanted.together.items()),
    }


def as_read(written: dict[str, Any]) -> DrawWanted:
    """What `as_written` wrote."""
    return DrawWanted(
        people=[Drawer(person, frozenset(needs)) for person, needs in written["people"]],
        desks=[DeskInDraw(desk, code, rank, frozenset(has)) for desk, code, rank, has in written["desks"]],
        fixed=dict(written["fixed"]),
        next_to=[frozenset(pair) for pair in written["next_to"]],
        together={frozenset((one, other)): count for one, other, count in written["together"]},
    )
