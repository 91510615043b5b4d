"""The SMTP adapter at a real server that catches mail."""

import ssl
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from icalendar import Calendar

from integrations.mail.port import LetterLost, LetterRefused, MailUnavailable
from integrations.mail.smtp import SmtpPost
from integrations.mail.tests.contract import INVITATION, LETTER, Arrived, Calendars, PostContract
from tests.fixtures.smtp_catcher import Catcher


def post_to(catcher: Catcher, *, tls: str = "none") -> SmtpPost:
    return SmtpPost("127.0.0.1", catcher.port, tls, "", "", "kyoseki@city.example")


class TestSmtpPost(PostContract):
    @pytest.fixture
    def post(self, catcher: Catcher) -> SmtpPost:
        return post_to(catcher)

    @pytest.fixture
    def away(self, catcher: Catcher) -> SmtpPost:
        catcher.stop()
        return post_to(catcher)

    @pytest.fixture
    def arrived(self, catcher: Catcher) -> Arrived:
        return lambda: [(letter["To"], letter["Subject"], catcher.text_of(letter)) for letter in catcher.letters]

    @pytest.fixture
    def calendars(self, catcher: Catcher) -> Calendars:
        return lambda: [catcher.calendar_of(letter) for letter in catcher.letters]


def test_an_invitation_comes_from_its_organizer_as_alternatives_and_as_a_file(catcher: Catcher) -> None:
    with post_to(catcher).open() as handover:
        handover.send(INVITATION)
    (letter,) = catcher.letters
    assert {name: letter[name] for name in ("From", "Sender", "Message-ID", "Auto-Submitted")} == {
        "From": "answers@city.example",
        "Sender": "kyoseki@city.example",
        "Message-ID": "<invitation-1-0@city.example>",
        "Auto-Submitted": "auto-generated",
    }
    parts = [(part.get_content_type(), part["Content-Transfer-Encoding"]) for part in letter.walk()]
    assert parts == [
        ("multipart/mixed", None),
        ("multipart/alternative", None),
        ("text/plain", "base64"),
        ("text/calendar", "base64"),
        ("application/ics", "base64"),
    ]
    calendar, file = list(letter.walk())[3:]
    assert dict(calendar["Content-Type"].params) == {"charset": "utf-8", "method": "REQUEST"}
    assert calendar.get_content_disposition() is None
    assert (file.get_content_disposition(), file.get_filename()) == ("attachment", "invite.ics")
    (event,) = Calendar.from_ical(file.get_content()).walk("VEVENT")
    assert (event["SUMMARY"], event["ATTENDEE"]) == ("席 06E-016", "mailto:misaki@city.example")


def test_a_letter_says_who_sent_it_when_and_that_nobody_needs_to_answer(catcher: Catcher) -> None:
    with post_to(catcher).open() as handover:
        handover.send(LETTER)
    (letter,) = catcher.letters
    assert {name: letter[name] for name in ("From", "Date", "Message-ID", "Auto-Submitted")} == {
        "From": "kyoseki@city.example",
        "Date": "Mon, 30 Nov 2026 01:00:00 +0000",
        "Message-ID": "<notice-1@city.example>",
        "Auto-Submitted": "auto-generated",
    }


def test_a_letter_broken_off_while_it_is_handed_over_may_have_arrived(catcher: Catcher) -> None:
    with post_to(catcher).open() as handover, pytest.raises(LetterLost):
        handover.send(replace(LETTER, to="breaks@city.example"))


@pytest.mark.parametrize("to", ["", "nonsense", "a@b\r\nBcc: all@city.example", "美咲@city.example"])
def test_what_is_no_address_is_refused_before_anything_is_sent(catcher: Catcher, to: str) -> None:
    with post_to(catcher).open() as handover, pytest.raises(LetterRefused):
        handover.send(replace(LETTER, to=to))
    assert catcher.letters == []


def test_a_server_without_tls_gets_nothing_where_tls_is_set(catcher: Catcher) -> None:
    with pytest.raises(MailUnavailable), post_to(catcher, tls="starttls").open():
        pass


def test_a_certificate_nobody_vouches_for_is_not_believed(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=127.0.0.1"]
    command += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - a fixed command
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    catcher = Catcher(tls=context)
    catcher.start()
    try:
        with pytest.raises(MailUnavailable, match="certificate"), post_to(catcher, tls="starttls").open():
            pass
    finally:
        catcher.stop()
