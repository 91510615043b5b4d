"""Invitations as the text of a mail. Knows no Django."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.words import Language

_WEEKDAYS: Mapping[Language, str] = {"ja": "月火水木金土日", "en": "MonTueWedThuFriSatSun"}
_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"


@dataclass(frozen=True, slots=True)
class Text:
    """Subject and body."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Event:
    """What is told: aware instants in the city's zone, or whole days whose `end` is the day after."""

    summary: str
    location: str
    start: datetime | date
    end: datetime | date


@dataclass(frozen=True, slots=True)
class _Frame:
    subject: str
    called_off_subject: str
    asks: str
    calls_off: str
    declining: str
    foot: str


_WORDS: Mapping[Language, _Frame] = {
    "ja": _Frame(
        subject="【今日の席】{summary} {when}",
        called_off_subject="【今日の席】取消し: {summary} {when}",
        asks="{name} 様\n\n次の予定をお送りします。カレンダーに取り込んでください。\n\n{event}\n",
        calls_off="{name} 様\n\n次の予定は取り消されました。カレンダーから外してください。\n\n{event}\n",
        declining="\nこの予定を辞退すると、席の予約または在宅勤務の申請が取り消されます。\n",
        foot="\n--\n今日の席(Kyoseki)から自動で送っています。\nこのメールを受け取るかどうかは、次の画面で変えられます。\n"
        "{choices}\n",
    ),
    "en": _Frame(
        subject="[Kyoseki] {summary} {when}",
        called_off_subject="[Kyoseki] Cancelled: {summary} {when}",
        asks="Dear {name},\n\nThis is for your calendar:\n\n{event}\n",
        calls_off="Dear {name},\n\nThis was cancelled; please take it out of your calendar:\n\n{event}\n",
        declining="\nIf you decline it, your desk or your request for telework is given up.\n",
        foot="\n--\nSent by Kyoseki.\nChoose whether you get these mails:\n{choices}\n",
    ),
}


def letter_of(
    event: Event, *, name: str, called_off: bool, language: Language, answers_are_read: bool, choices: str
) -> Text:
    """The mail to the person called `name`; `choices` is the address of the screen that ends these mails.

    Its title is the one that the person chose for calendars, so a title that gives nothing away does so here too.
    """
    words = _WORDS[language]
    when = _when(event, language)
    told = "\n".join(line for line in (event.summary, when, event.location) if line)
    body = (words.calls_off if called_off else words.asks).format(name=name, event=told)
    if answers_are_read and not called_off:
        body += words.declining
    subject = words.called_off_subject if called_off else words.subject
    return Text(subject.format(summary=event.summary, when=when), body + words.foot.format(choices=choices))


def _when(event: Event, language: Language) -> str:
    if not isinstance(event.start, datetime) or not isinstance(event.end, datetime):
        last = event.end - timedelta(days=1)
        first = _day(event.start, language)
        return first if last == event.start else f"{first} – {_day(last, language)}"
    dash = "〜" if language == "ja" else "–"
    return f"{_day(event.start, language)} {_clock(event.start)}{dash}{_clock(event.end)}"


def _day(day: date, language: Language) -> str:
    weekday = day.weekday()
    if language == "ja":
        return f"{day.month}月{day.day}日({_WEEKDAYS['ja'][weekday]})"
    return f"{_WEEKDAYS['en'][weekday * 3 : weekday * 3 + 3]} {day.day} {_MONTHS[day.month * 3 - 3 : day.month * 3]}"


def _clock(moment: datetime) -> str:
    return f"{moment.hour}:{moment.minute:02}"
