"""How a section's days read in the calendar of the one who manages it. Knows no Django.

Nothing of it tells what a leave or a trip is for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from calendars.policies.entries import HOME, LEAVE, OFFICE, SATELLITE, TRIP, EntryState
from calendars.policies.wording import SHORT_TITLES, Wording
from core.words import Language

PLACES = (OFFICE, HOME, SATELLITE, TRIP, LEAVE)
MORNING: Mapping[Language, str] = {"ja": "（午前）", "en": " (morning)"}
AFTERNOON: Mapping[Language, str] = {"ja": "（午後）", "en": " (afternoon)"}
BETWEEN_NAMES: Mapping[Language, str] = {"ja": "、", "en": ", "}
UNSEEN: Mapping[Language, str] = {"ja": "ほか{count}人（非公開）", "en": "{count} more (not shown)"}


@dataclass(frozen=True, slots=True)
class HalfSeen:
    """Where somebody is in a half of a day, and from when to when."""

    place: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class MemberDay:
    """A member's halves of a day; None where nothing is expected."""

    person_id: int
    name: str
    am: HalfSeen | None
    pm: HalfSeen | None

    @property
    def places(self) -> set[str]:
        return {half.place for half in (self.am, self.pm) if half is not None}


@dataclass(frozen=True, slots=True)
class SectionDaySeen:
    """A day of the section: the members whom the viewer may see, and how many are not for the viewer to see."""

    day: date
    members: Sequence[MemberDay]
    unseen: int

    @property
    def expected(self) -> bool:
        """Whether anybody is expected anywhere: on days off there is nothing to tell."""
        return any(member.places for member in self.members)


def summary_of(section: str, seen: SectionDaySeen, language: Language) -> Wording:
    """One event for the day: how many are where in the title, who in the description."""
    counts = {place: sum(place in member.places for member in seen.members) for place in PLACES}
    told = [f"{SHORT_TITLES[one][language]}{_number(counts[one], language)}" for one in PLACES if counts[one]]
    lines = [line for place in PLACES if (line := _line(place, seen.members, language))]
    if seen.unseen:
        lines.append(UNSEEN[language].format(count=seen.unseen))
    return _all_day(seen.day, " ".join([section, *told]), "\n".join(lines))


def each_of(member: MemberDay, day: date, language: Language) -> list[tuple[str, Wording]]:
    """An event for each stretch in which the member is elsewhere, with what tells it apart on its day."""
    am, pm = _elsewhere(member.am), _elsewhere(member.pm)
    if am is not None and pm is not None and am.place == pm.place:
        return [("full", _all_day(day, _who_where(member, am, language)))]
    halves = (("am", am), ("pm", pm))
    return [(part, _half(half, _who_where(member, half, language))) for part, half in halves if half is not None]


def _elsewhere(half: HalfSeen | None) -> HalfSeen | None:
    return half if half is not None and half.place != OFFICE else None


def _who_where(member: MemberDay, half: HalfSeen, language: Language) -> str:
    return f"{member.name} {SHORT_TITLES[half.place][language]}"


def _line(place: str, members: Sequence[MemberDay], language: Language) -> str:
    names = [f"{one.name}{_which_half(one, place, language)}" for one in members if place in one.places]
    return f"{SHORT_TITLES[place][language]}: {BETWEEN_NAMES[language].join(names)}" if names else ""


def _which_half(member: MemberDay, place: str, language: Language) -> str:
    am, pm = (half is not None and half.place == place for half in (member.am, member.pm))
    return "" if am == pm else (MORNING if am else AFTERNOON)[language]


def _number(count: int, language: Language) -> str:
    return str(count) if language == "ja" else f" {count}"


def _all_day(day: date, title: str, description: str = "") -> Wording:
    return Wording(day, day + timedelta(days=1), title, "", "", "", EntryState.CONFIRMED, False, description)


def _half(half: HalfSeen, title: str) -> Wording:
    return Wording(half.start, half.end, title, "", "", "", EntryState.CONFIRMED, False)
