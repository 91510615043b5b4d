"""Head counts with their lists and marks."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from core import clock
from core.pagination import Key
from core.revision import KeptByRevision
from people.models import Person
from roster.models import HeadCount, SafetyMark
from roster.policies.head_count import Figures, due_at, figures


@dataclass(frozen=True, slots=True)
class MarkSaid:
    """What was said of a person last, by whom and when (ISO 8601 with the city's offset)."""

    person: int
    status: str
    note: str
    made_at: str
    made_by: str
    by_self: bool


@dataclass(frozen=True, slots=True)
class CountState:
    """A head count as screens show it. `roster` is the frozen one, `added` are lines of people who came to it later.

    Everything here is plain, so that it is written into the copy as it stands.
    """

    key: str
    kind: str
    unaccounted_after_minutes: int
    started_at: str
    started_by: str
    due_at: str
    closed_at: str | None
    closed_by: str
    closing_note: str
    roster: Mapping[str, Any]
    added: Sequence[Mapping[str, Any]]
    marks: Sequence[MarkSaid]


def head_count_by(key: str) -> HeadCount | None:
    """The head count of that key, without its list; None when there is none."""
    return HeadCount.objects.defer("roster").filter(key=key).first()


def open_head_counts() -> "QuerySet[HeadCount]":
    """Those under way, the newest first, without their lists."""
    return HeadCount.objects.defer("roster").filter(closed_at__isnull=True).order_by("-started_at", "-pk")


def count_state(head_count: HeadCount) -> CountState:
    """The head count with its list and the latest mark of everybody; the list is read once per process."""
    roster = listed_of(head_count)
    marks = latest_marks([head_count.pk]).get(head_count.pk, [])
    on_list = {one["person"] for one in roster["people"]}
    return CountState(
        key=str(head_count.key),
        kind=head_count.kind,
        unaccounted_after_minutes=head_count.unaccounted_after_minutes,
        started_at=in_city(head_count.started_at),
        started_by=head_count.started_by,
        due_at=in_city(due_at(head_count.started_at, head_count.unaccounted_after_minutes)),
        closed_at=in_city(head_count.closed_at) if head_count.closed_at else None,
        closed_by=head_count.closed_by,
        closing_note=head_count.closing_note,
        roster=roster,
        added=added_lines([one.person for one in marks if one.person not in on_list]),
        marks=marks,
    )


def plain_state(state: CountState) -> dict[str, Any]:
    """The state as JSON has it; its list is shared and not copied."""
    plain = {field.name: getattr(state, field.name) for field in fields(state)}
    return {**plain, "marks": [asdict(mark) for mark in state.marks]}


def listed_of(head_count: HeadCount) -> Mapping[str, Any]:
    """The frozen roster of the head count; it never changes, so the process keeps it."""
    key = str(head_count.key)
    return _lists.get(key, (), lambda: HeadCount.objects.values_list("roster", flat=True).get(key=key))


def latest_marks(head_count_ids: Collection[int]) -> dict[int, list[MarkSaid]]:
    """The latest mark of everybody marked, by head count; one query."""
    rows = (
        SafetyMark.objects.filter(head_count_id__in=head_count_ids)
        .order_by("head_count", "person", "-made_at", "-pk")
        .distinct("head_count", "person")
    )
    found: dict[int, list[MarkSaid]] = {}
    for row in rows:
        said = MarkSaid(row.person_id, row.status, row.note, in_city(row.made_at), row.made_by, row.by_self)
        found.setdefault(row.head_count_id, []).append(said)
    return found


def figures_of(head_count: HeadCount, marks: Iterable[MarkSaid]) -> Figures:
    """How the head count stands by the latest marks."""
    listed = (one["person"] for one in listed_of(head_count)["people"])
    return figures(listed, ((mark.person, mark.status) for mark in marks))


def added_lines(person_ids: Collection[int]) -> list[dict[str, Any]]:
    """Lines for people who are in no frozen list: nothing is believed of where they are."""
    if not person_ids:
        return []
    rows = Person.objects.filter(pk__in=person_ids).order_by("kana", "pk")
    return [
        {
            "person": row.pk,
            "name": row.name,
            "kana": row.kana,
            "number": row.number,
            "search": row.search_text,
            "visitor": row.kind == "visitor",
            "organisation": row.organisation,
            "department": row.department_id,
            "floor": None,
            "area": "",
            "desk": "",
            "standing": None,
            "source": None,
            "since": None,
        }
        for row in rows
    ]


@dataclass(frozen=True, slots=True)
class HeadCountPages:
    """Head counts, the newest first, without their lists: core.pagination's fetch."""

    def fetch(self, after: Key | None, backwards: bool, limit: int) -> Sequence[HeadCount]:
        rows = HeadCount.objects.defer("roster")
        if after is not None:
            (pk,) = after
            rows = rows.filter(Q(pk__gt=pk) if backwards else Q(pk__lt=pk))
        return list(rows.order_by("pk" if backwards else "-pk")[:limit])

    @staticmethod
    def key(head_count: HeadCount) -> Key:
        return (head_count.pk,)


def in_city(instant: datetime) -> str:
    """ISO 8601 with the city's offset."""
    return instant.astimezone(clock.city_zone()).isoformat()


_lists: KeptByRevision[str, Mapping[str, Any]] = KeptByRevision(most=8)
