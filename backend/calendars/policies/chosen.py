"""What one person wants to find in calendars, as a value. Knows no Django."""

from dataclasses import dataclass

from calendars.policies.choices import SectionAs, Spans, Titles
from core.words import Language


@dataclass(frozen=True, slots=True)
class Chosen:
    """The person's choices, and the language in which calendars are written; the defaults where nothing was said."""

    titles: Titles = Titles.FULL
    spans: Spans = Spans.HOURS
    with_desk: bool = True
    with_telework: bool = True
    with_own_plans: bool = True
    by_mail: bool = False
    section_as: SectionAs = SectionAs.SUMMARY
    language: Language = "ja"
