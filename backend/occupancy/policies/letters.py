"""The letter that goes with a month's report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from core.words import Language

_TEXTS: Mapping[Language, Mapping[str, str]] = {
    "ja": {
        "subject": "利用状況 {year}年{month}月（{place}）",
        "hello": "{name} さん",
        "beside": "　{meaning}",
        "lead": "{year}年{month}月の利用状況をお届けします。くわしくは添付のPDFとxlsxをごらんください。",
        "all": "すべての庁舎",
        "foot": "月次報告の受けとりは、Kyosekiの「利用状況」で変えられます。",
    },
    "en": {
        "subject": "Occupancy {year}-{month:02} ({place})",
        "hello": "Dear {name},",
        "beside": " – {meaning}",
        "lead": "here is the occupancy of {month_name} {year}. The PDF and the workbook that come with this tell more.",
        "all": "all buildings",
        "foot": "You can change what you receive on the Occupancy page of Kyoseki.",
    },
}


class Figure(Protocol):
    """A headline figure in words."""

    @property
    def label(self) -> str: ...
    @property
    def said(self) -> str: ...
    @property
    def meaning(self) -> str: ...


class Said(Protocol):
    """What of a report stands in its letter."""

    @property
    def about(self) -> Sequence[tuple[str, str]]: ...
    @property
    def notes(self) -> Sequence[str]: ...
    @property
    def headlines(self) -> Sequence[Figure]: ...


@dataclass(frozen=True, slots=True)
class LetterText:
    """Subject and body of a letter."""

    subject: str
    body: str


def monthly_letter(report: Said, *, name: str, month: date, place: str, language: Language) -> LetterText:
    """The figures in plain lines, what has to be known with them, and how to stop these letters."""
    texts = _TEXTS[language]
    when = {"year": month.year, "month": month.month, "month_name": f"{month:%B}", "place": place or texts["all"]}
    figures = [
        f"{one.label}: {one.said}" + (texts["beside"].format(meaning=one.meaning) if one.meaning else "")
        for one in report.headlines
    ]
    body = [
        texts["hello"].format(name=name),
        "",
        texts["lead"].format(**when),
        "",
        *(f"{word}: {says}" for word, says in report.about),
        "",
        *figures,
        "",
        *report.notes,
        "",
        texts["foot"],
        "",
    ]
    return LetterText(texts["subject"].format(**when), "\n".join(body))
