"""The promise of the port, kept by every adapter: inherit, and give `post`, `away`, `arrived` and `calendars`.

`post` refuses letters to nobody@city.example for good and those to full@city.example for now.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from integrations.mail.port import CalendarPart, Letter, LetterDeferred, LetterRefused, MailUnavailable, Post

LETTER = Letter(
    to="misaki@city.example",
    subject="【今日の席】席の予約が解放されました",
    body="我妻 美咲 様\n\n席 06E-016 は解放されました。\n",
    key="notice-1",
    written_at=datetime(2026, 11, 30, 1, 0, tzinfo=UTC),
)
INVITATION = replace(
    LETTER,
    key="invitation-1-0",
    calendar=CalendarPart(
        method="REQUEST",
        organizer="answers@city.example",
        text="BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Kyoseki//JA\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\n"
        "UID:booking-1@city.example\r\nDTSTAMP:20261130T010000Z\r\nDTSTART:20261201T000000Z\r\n"
        "SUMMARY:席 06E-016\r\nORGANIZER:mailto:answers@city.example\r\n"
        "ATTENDEE:mailto:misaki@city.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    ),
)
Arrived = Callable[[], list[tuple[str, str, str]]]
Calendars = Callable[[], list[tuple[str, str]]]


class PostContract:
    """`arrived()` is (to, subject, body) of every letter that the server has; `calendars()` is (method, text) of each
    that tells a calendar something.
    """

    def test_a_letter_arrives_as_it_was_written(self, post: Post, arrived: Arrived) -> None:
        with post.open() as handover:
            handover.send(LETTER)
        assert arrived() == [(LETTER.to, LETTER.subject, LETTER.body)]

    def test_an_invitation_arrives_with_the_same_text_and_its_calendar_part(
        self, post: Post, arrived: Arrived, calendars: Calendars
    ) -> None:
        with post.open() as handover:
            handover.send(INVITATION)
        assert arrived() == [(INVITATION.to, INVITATION.subject, INVITATION.body)]
        assert INVITATION.calendar is not None
        assert calendars() == [("REQUEST", INVITATION.calendar.text)]

    def test_what_is_refused_or_deferred_does_not_keep_the_others_from_going(
        self, post: Post, arrived: Arrived
    ) -> None:
        with post.open() as handover:
            with pytest.raises(LetterRefused):
                handover.send(replace(LETTER, to="nobody@city.example"))
            with pytest.raises(LetterDeferred):
                handover.send(replace(LETTER, to="full@city.example"))
            handover.send(LETTER)
        assert [to for to, _, _ in arrived()] == [LETTER.to]

    def test_a_server_that_is_away_says_so(self, away: Post) -> None:
        with pytest.raises(MailUnavailable), away.open():
            pass
