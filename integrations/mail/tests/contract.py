"""The promise of the port, kept by every adapter: inherit, and give `post`, `away` and `arrived`.

`post` refuses letters to nobody@city.example for good and those to full@city.example for now.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from integrations.mail.port import Letter, LetterDeferred, LetterRefused, MailUnavailable, Post

LETTER = Letter(
    to="misaki@city.example",
    subject="【今日の席】席の予約が解放されました",
    body="我妻 美咲 様\n\n席 06E-016 は解放されました。\n",
    key="notice-1",
    written_at=datetime(2026, 11, 30, 1, 0, tzinfo=UTC),
)
Arrived = Callable[[], list[tuple[str, str, str]]]


class PostContract:
    """`arrived()` is (to, subject, body) of every letter that the server has."""

    def test_a_letter_arrives_as_it_was_written(self, post: Post, arrived: Arrived) -> None:
        with post.open() as handover:
            handover.send(LETTER)
        assert arrived() == [(LETTER.to, LETTER.subject, LETTER.body)]

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
