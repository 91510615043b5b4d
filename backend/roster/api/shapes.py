"""The roster and head counts as plain values for JSON, in the shapes of `answers`."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from roster.models import HeadCount
from roster.policies.head_count import Figures, due_at, figures
from roster.selectors.head_counts import in_city
from roster.selectors.roster import Roster, roster_from
from roster.services.actor import Actor

_BRIEF = ("kind", "started_at", "due_at")


def seen_by(actor: Actor, roster: Roster) -> Roster:
    """The part of the roster that `actor` may see: all of it, or the own sections."""
    return roster if actor.crisis else roster.of_departments(actor.manages)


def roster_shape(
    roster: Roster, *, reason: str | None, may_lead: bool, head_counts: Iterable[Any], copy_written_at: str | None
) -> dict[str, Any]:
    """A Roster."""
    return {
        "as_of": roster.as_of,
        "day": roster.day,
        "from_copy": copy_written_at is not None,
        "copy_written_at": copy_written_at,
        "reason": reason,
        "may_lead": may_lead,
        "people": roster.people,
        "floors": roster.floors,
        "departments": _without_lineage(roster.departments),
        "head_counts": list(head_counts),
    }


def brief_shape(head_count: HeadCount) -> dict[str, Any]:
    """A HeadCountBrief."""
    return {
        "id": str(head_count.key),
        "kind": head_count.kind,
        "started_at": in_city(head_count.started_at),
        "due_at": in_city(due_at(head_count.started_at, head_count.unaccounted_after_minutes)),
    }


def brief_of_state(state: Mapping[str, Any]) -> dict[str, Any]:
    """A HeadCountBrief of a head count in the copy."""
    return {"id": state["key"], **{name: state[name] for name in _BRIEF}}


def summary_shape(head_count: HeadCount, found: Figures) -> dict[str, Any]:
    """A HeadCountSummary."""
    return {
        **brief_shape(head_count),
        "started_by": head_count.started_by,
        "unaccounted_after_minutes": head_count.unaccounted_after_minutes,
        "closed_at": in_city(head_count.closed_at) if head_count.closed_at else None,
        "closed_by": head_count.closed_by,
        "closing_note": head_count.closing_note,
        "figures": asdict(found),
    }


def head_count_shape(state: Mapping[str, Any], actor: Actor, *, copy_written_at: str | None) -> dict[str, Any]:
    """A HeadCount as `actor` may see it, of a CountState as JSON."""
    listed = seen_by(actor, roster_from(state["roster"]))
    own = {one.id for one in listed.departments}
    added = [one for one in state["added"] if actor.crisis or one["department"] in own]
    people = {one.person for one in listed.people} | {one["person"] for one in added}
    marks = [mark for mark in state["marks"] if actor.crisis or mark["person"] in people]
    found = figures((one.person for one in listed.people), ((mark["person"], mark["status"]) for mark in marks))
    return {
        **brief_of_state(state),
        **{name: state[name] for name in ("started_by", "unaccounted_after_minutes", "closed_at", "closed_by")},
        "closing_note": state["closing_note"],
        "figures": asdict(found),
        "from_copy": copy_written_at is not None,
        "copy_written_at": copy_written_at,
        "may_lead": actor.crisis,
        "people": [*listed.people, *added],
        "marks": marks,
        "floors": listed.floors,
        "departments": _without_lineage(listed.departments),
    }


def _without_lineage(departments: Iterable[Any]) -> list[dict[str, Any]]:
    return [
        {
            "id": one.id,
            "name": one.name,
            "bureau": one.bureau,
            "seen": one.seen,
            "expected": one.expected,
            "left": one.left,
        }
        for one in departments
    ]
