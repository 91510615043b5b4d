"""What is read out of mails, also out of those that are none."""

from email.message import EmailMessage

import pytest

from integrations.mailbox.mail import MOST_PARTS, MalformedMail, mail_in

CALENDAR = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nSUMMARY:席\r\nEND:VCALENDAR\r\n"


def written(*, calendar: str = CALENDAR, charset: str = "utf-8", **headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in {"From": "我妻 美咲 <Misaki@City.example>", "Message-ID": "<1@city.example>", **headers}.items():
        message[name.replace("_", "-")] = value
    message.set_content("辞退します。")
    if calendar:
        message.add_alternative(calendar, subtype="calendar", charset=charset, params={"method": "REPLY"})
    return message


def test_an_answer_says_who_it_is_from_and_what_it_tells_calendars() -> None:
    mail = mail_in(written().as_bytes())
    assert (mail.message_id, mail.sender) == ("<1@city.example>", "misaki@city.example")
    assert (mail.bounced, mail.automatic, mail.vouched) == (False, False, ())
    assert [text.replace("\r\n", "\n") for text in mail.calendars] == [CALENDAR.replace("\r\n", "\n")]


def test_japanese_of_old_mail_programs_is_read() -> None:
    (text,) = mail_in(written(charset="iso-2022-jp").as_bytes()).calendars
    assert "SUMMARY:席" in text


@pytest.mark.parametrize(
    "sender",
    [
        "nobody",
        "a@city.example, b@city.example",
        "<>",
        "misaki@city.example <evil@other.example>",
        '"misaki@city.example\\" <evil@other.example>',
    ],
)
def test_a_sender_that_can_be_read_in_two_ways_is_none(sender: str) -> None:
    content = f"From: {sender}\r\nMessage-ID: <1@x>\r\n\r\n".encode()
    assert mail_in(content).sender in {"", "evil@other.example"}


def test_two_senders_are_none() -> None:
    assert mail_in(b"From: a@city.example\r\nFrom: b@city.example\r\n\r\n").sender == ""


def test_what_a_forwarded_mail_carries_is_no_answer_of_whoever_forwards_it() -> None:
    forward = written(calendar="")
    forward.add_attachment(written())
    assert mail_in(forward.as_bytes()).calendars == ()


@pytest.mark.parametrize(
    ("headers", "bounced", "automatic"),
    [
        ({"Return_Path": "<>"}, True, False),
        ({"Auto_Submitted": "auto-replied (vacation)"}, False, True),
        ({"Auto_Submitted": "auto-generated"}, False, False),
        ({"Precedence": "bulk"}, False, True),
        ({"X_Autoreply": "yes"}, False, True),
    ],
)
def test_machines_are_told_from_people(headers: dict[str, str], bounced: bool, automatic: bool) -> None:
    mail = mail_in(written(**headers).as_bytes())
    assert (mail.bounced, mail.automatic) == (bounced, automatic)


def test_a_report_of_a_mail_server_is_a_bounce() -> None:
    content = b'From: mailer-daemon@city.example\r\nContent-Type: multipart/report; boundary="x"\r\n\r\n--x--\r\n'
    assert mail_in(content).bounced


def test_without_a_message_id_a_mail_is_known_by_what_it_is() -> None:
    first, second = (mail_in(f"From: a@x\r\n\r\n{body}".encode()).message_id for body in ("one", "two"))
    assert first != second
    assert first.startswith("sha256:")
    assert mail_in(b"Message-ID: <\x00@x>\r\n\r\n").message_id.startswith("sha256:")


def test_what_mail_servers_say_of_the_sender_is_told_by_the_outermost_first() -> None:
    content = (
        b"Authentication-Results: mx.city.example 1;\r\n dmarc=fail header.from=x\r\n"
        b"Authentication-Results: MX.other.example; dmarc=pass\r\nFrom: a@x\r\n\r\n"
    )
    assert mail_in(content).vouched == (
        ("mx.city.example", "dmarc=fail header.from=x"),
        ("mx.other.example", "dmarc=pass"),
    )


def nested(depth: int) -> bytes:
    head = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(depth))
    return b"From: a@x\r\n" + head + b"Content-Type: text/plain\r\n\r\nx"


@pytest.mark.parametrize("content", [nested(2_000), nested(MOST_PARTS + 5)])
def test_parts_in_parts_without_end_are_given_up(content: bytes) -> None:
    with pytest.raises(MalformedMail):
        mail_in(content)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff\xfe",
        b"From: =?utf-8?b?////?= <a@x>\r\nContent-Type: text/calendar; charset=nonsense\r\n\r\nBEGIN",
        b"Content-Type: text/calendar\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%%",
        b"Content-Type: multipart/alternative\r\n\r\nno boundary",
    ],
)
def test_what_is_no_mail_is_read_as_far_as_it_goes(content: bytes) -> None:
    assert mail_in(content).message_id
