"""How an entry reads in a calendar. Knows no Django."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from calendars.policies.choices import Spans, Titles
from calendars.policies.chosen import Chosen
from calendars.policies.entries import AWAY, HOME, LEAVE, OFFICE, SATELLITE, TRIP, Entry, EntryState, Part
from core.words import Language
from plans.policies.claims import TELEWORK

BOTH = Mapping[Language, str]

FULL_TITLES: Mapping[str, BOTH] = {
    OFFICE: {"ja": "出勤", "en": "Office"},
    HOME: {"ja": "在宅勤務", "en": "Telework"},
    SATELLITE: {"ja": "サテライト勤務", "en": "Satellite office"},
    TRIP: {"ja": "出張", "en": "Business trip"},
    LEAVE: {"ja": "休暇", "en": "Leave"},
}
SHORT_TITLES: Mapping[str, BOTH] = {
    OFFICE: {"ja": "出勤", "en": "Office"},
    HOME: {"ja": "在宅", "en": "Home"},
    SATELLITE: {"ja": "サテライト", "en": "Satellite"},
    TRIP: {"ja": "出張", "en": "Trip"},
    LEAVE: {"ja": "休暇", "en": "Leave"},
}
DESK: BOTH = {"ja": "席 {code}", "en": "Desk {code}"}
BUSY: BOTH = {"ja": "予定あり", "en": "Busy"}
REQUESTED: BOTH = {"ja": "{title}（申請中）", "en": "{title} (requested)"}


@dataclass(frozen=True, slots=True)
class Wording:
    """What a calendar is told of an entry: instants, or whole days whose `end` is the day after.

    `path` leads to the entry on the screens, below the product's own address; empty where nothing is to be told.
    `opaque`: it takes up time. A desk or telework does not: people can be met there.
    """

    start: datetime | date
    end: datetime | date
    summary: str
    location: str
    category: str
    path: str
    status: EntryState
    opaque: bool
    description: str = ""
    """Empty for everything of a person's own: there it belongs to the person."""

    @property
    def digest(self) -> str:
        """SHA-256 of what is said, in hexadecimal: the same as long as a calendar would read the same."""
        said = (
            self.start.isoformat(),
            self.end.isoformat(),
            self.summary,
            self.location,
            self.category,
            self.path,
            self.status.value,
            str(self.opaque),
            self.description,
        )
        return hashlib.sha256("\x1f".join(said).encode()).hexdigest()


def wording_of(entry: Entry, chosen: Chosen) -> Wording:
    """The entry in the words and the form that its person has chosen.

    Notes of trips and leave are nowhere in it: they stay in the house. `busy` says nothing but that there is something.
    """
    start, end = _span(entry, chosen.spans)
    if chosen.titles is Titles.BUSY:
        return Wording(start, end, BUSY[chosen.language], "", "", "", entry.state, True)
    return Wording(
        start,
        end,
        _title(entry, chosen),
        _location(entry, chosen),
        SHORT_TITLES[entry.place][chosen.language],
        f"/telework/{entry.holder_id}" if entry.holder_kind == TELEWORK else f"/plan?week={entry.day.isoformat()}",
        entry.state,
        entry.place in AWAY,
    )


def _span(entry: Entry, spans: Spans) -> tuple[datetime | date, datetime | date]:
    if spans is Spans.HOURS:
        return entry.start, entry.end
    if entry.part is Part.FULL:
        return entry.day, entry.day + timedelta(days=1)
    return entry.part_start, entry.part_end


def _title(entry: Entry, chosen: Chosen) -> str:
    language = chosen.language
    if chosen.titles is Titles.SHORT:
        title = SHORT_TITLES[entry.place][language]
    elif entry.desk_code and chosen.with_desk:
        title = DESK[language].format(code=entry.desk_code)
    else:
        title = FULL_TITLES[entry.place][language]
    return REQUESTED[language].format(title=title) if entry.state is EntryState.TENTATIVE else title


def _location(entry: Entry, chosen: Chosen) -> str:
    """Building, floor, area and desk; the building alone for whoever leaves the desk out."""
    places = [entry.building_name]
    if chosen.with_desk:
        places += [entry.floor_name, entry.area_name, entry.desk_code]
    return " ".join(one for one in places if one)
