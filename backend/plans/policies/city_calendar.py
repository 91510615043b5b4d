"""How the city's days follow a calendar from elsewhere. Knows no Django."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CityEntry:
    """What a calendar says: one closing day, or an event (行事) of some days. `source` is the same at every reading."""

    source: str
    name: str
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class Standing:
    """A row that was read from that calendar before."""

    id: int
    entry: CityEntry


@dataclass(frozen=True, slots=True)
class Following:
    """What is done so that the rows say what the calendar says. `kept` stands by hand already and stays as it is."""

    new: tuple[CityEntry, ...]
    changed: tuple[tuple[Standing, CityEntry], ...]
    gone: tuple[Standing, ...]
    kept: tuple[CityEntry, ...]

    @property
    def nothing(self) -> bool:
        return not (self.new or self.changed or self.gone)


@dataclass(frozen=True, slots=True)
class Scope:
    """The days of which the calendar speaks, both included: what is not in it there is gone."""

    first: date
    last: date

    def holds(self, entry: CityEntry) -> bool:
        return self.first <= entry.last_day and entry.first_day <= self.last


def following_days(
    wanted: Iterable[CityEntry], standing: Sequence[Standing], *, taken: Collection[date], scope: Scope
) -> Following:
    """For closing days, each of one day. A day that is `taken` otherwise stays as it is: by hand goes before."""
    by_day: dict[date, CityEntry] = {}
    kept = []
    for entry in wanted:
        if entry.first_day in taken:
            kept.append(entry)
        else:
            by_day.setdefault(entry.first_day, entry)
    return _following(by_day.values(), standing, kept, scope)


def following_events(
    wanted: Iterable[CityEntry],
    standing: Sequence[Standing],
    *,
    by_hand: Collection[tuple[str, date, date]],
    scope: Scope,
) -> Following:
    """For events. One that somebody entered in the same words for the same days is not entered twice."""
    by_source: dict[str, CityEntry] = {}
    kept = []
    for entry in wanted:
        if (entry.name, entry.first_day, entry.last_day) in by_hand:
            kept.append(entry)
        else:
            by_source.setdefault(entry.source, entry)
    return _following(by_source.values(), standing, kept, scope)


def _following(
    wanted: Collection[CityEntry], standing: Sequence[Standing], kept: Sequence[CityEntry], scope: Scope
) -> Following:
    known: Mapping[str, Standing] = {one.entry.source: one for one in standing}
    sources = {entry.source for entry in wanted}
    return Following(
        new=tuple(entry for entry in wanted if entry.source not in known),
        changed=tuple(
            (known[entry.source], entry)
            for entry in wanted
            if entry.source in known and known[entry.source].entry != entry
        ),
        gone=tuple(one for one in standing if one.entry.source not in sources and scope.holds(one.entry)),
        kept=tuple(kept),
    )
