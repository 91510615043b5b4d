"""The table of kinds: every entry has its words in both languages, in mails and on the screens."""

import json
import re
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from notifications.policies.happened import Happened, those_named
from notifications.policies.kinds import KINDS, THE_LIST, kinds_for
from notifications.policies.letters import Told, mail_of_one
from notifications.policies.sentences import NOTHING, facts_in, sentence_of
from notifications.words import NOTICE_WORDS

LOCALES = Path(__file__).parents[3] / "frontend" / "src" / "locales"
TOKYO = ZoneInfo("Asia/Tokyo")
NAMES = [kind.name for kind in KINDS]


def on_screen(language):
    return json.loads((LOCALES / language / "notices.json").read_text("utf-8"))["kinds"]


def test_a_kind_has_one_entry():
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_a_kind_has_words_that_need_only_its_facts(kind, language):
    mail = NOTICE_WORDS[kind.name][language]
    assert mail.subject
    assert facts_in(mail.subject) == set(), "a subject gives nothing away"
    assert facts_in(mail.says) <= set(kind.facts)
    shown = on_screen(language)[kind.name]
    assert shown["title"]
    assert set(re.findall(r"{{(\w+)}}", shown["says"])) <= set(kind.facts)
    assert bool(shown.get("act")) is (kind.link != THE_LIST), "the way to act has words"
    assert facts_in(kind.link) <= set(kind.facts)
    assert kind.link.startswith("/")


def test_there_are_no_words_for_kinds_that_do_not_exist():
    assert set(NOTICE_WORDS) == set(NAMES)
    assert [set(on_screen(language)) for language in ("ja", "en")] == [set(NAMES)] * 2


BOOKING = {"person": 1, "desk": 2, "day": "2026-12-01"}
DISPLACED = {**BOOKING, "because": "closed", "state": "moved"}
DRAWN = {"people": [1, 2], "desks": {"1": "06A-001"}}


@pytest.mark.parametrize(
    ("happened", "names"),
    [
        (Happened("booking.released", 9, after=BOOKING), ["booking_released"]),
        (Happened("booking.cancelled", 9, after=BOOKING, acted=True, on_behalf_of=1), ["cancelled_for_you"]),
        (Happened("booking.cancelled", 9, after={**BOOKING, "because": "closure"}, acted=True), []),
        (Happened("booking.booked", 9, after=BOOKING, acted=True), []),
        (Happened("booking.booked", 9, after=BOOKING, acted=True, on_behalf_of=1), ["booked_for_you"]),
        (Happened("relocation.displaced", 9, after=DISPLACED), ["moved_by_closure"]),
        (Happened("relocation.displaced", 9, after={**DISPLACED, "state": "offered"}), ["lost_by_closure"]),
        (Happened("relocation.displaced", 9, after={**DISPLACED, "because": "retired"}), ["moved_by_layout"]),
        (
            Happened("relocation.displaced", 9, after={**DISPLACED, "because": "retired", "state": "offered"}),
            ["lost_by_layout"],
        ),
        (Happened("draw.done", 9, after=DRAWN), ["draw_done", "draw_without_desk"]),
        (Happened("waitlist.offered", 9, after={**BOOKING, "at_once": True}), ["waitlist_offered"]),
        (Happened("waitlist.accepted", 9, after={**BOOKING, "at_once": True}), ["waitlist_seated"]),
        (Happened("waitlist.accepted", 9, after=BOOKING), []),
        (Happened("delegation.given", 9, after={"person": 1, "scope": "approve"}), ["delegated_approval"]),
        (Happened("thing.made", 9), []),
    ],
)
def test_which_notices_an_event_makes_for_those_it_names(happened, names):
    kinds = list(kinds_for(happened))
    told = [
        next(kind.name for kind in kinds if pk in kind.hears(happened) and kind.among(happened, pk))
        for pk in those_named(happened)
        if kinds
    ]
    assert told == names


def test_facts_become_words_in_the_readers_language():
    template = "{day} {start} {until} {desk_code} {reason}"
    facts = {
        "day": "2026-12-01",
        "start": "2026-12-01T08:30:00+09:00",
        "until": "2026-11-30T23:30:00+00:00",
        "desk_code": "06E-016",
    }
    assert sentence_of(template, facts, "ja", zone=TOKYO) == f"12月1日(火) 8:30 12月1日(火) 8:30 06E-016 {NOTHING}"
    assert sentence_of(template, facts, "en", zone=TOKYO) == f"Tue 1 Dec 8:30 Tue 1 Dec 8:30 06E-016 {NOTHING}"


SECRET = "ひみつ"


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_the_subject_of_a_mail_holds_nothing_of_what_happened(kind, language):
    facts = {name: [SECRET] if name in ("days", "my_day", "my_desk", "desks_let_go") else SECRET for name in kind.facts}
    mail = mail_of_one(
        Told(kind.name, facts, "/"), name=SECRET, language=language, address="https://kyoseki.example", zone=TOKYO
    )
    assert SECRET not in mail.subject
    assert not re.search(r"[0-9{}]", mail.subject), "neither a time nor a desk nor a place to fill in"
    assert not re.search("育児|介護|病|妊|自宅|childcare|illness|home", mail.subject, re.IGNORECASE)


def test_a_list_of_days_is_written_by_its_first_few():
    days = ["2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04", "2026-12-07"]
    assert sentence_of("{days}", {"days": days}, "ja", zone=TOKYO) == "12月1日(火)、12月2日(水)、12月3日(木) ほか2件"
    assert sentence_of("{days}", {"days": days[:2]}, "en", zone=TOKYO) == "Tue 1 Dec, Wed 2 Dec"
    assert sentence_of("{days}", {"days": []}, "ja", zone=TOKYO) == NOTHING
