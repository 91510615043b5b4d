"""A mail server by SMTP (RFC 5321), with TLS as it is set and certificates always checked."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from integrations.mail.port import (
    CalendarPart,
    Letter,
    LetterDeferred,
    LetterLost,
    LetterRefused,
    MailUnavailable,
)

TIMEOUT_SECONDS = 20
TAKEN = 250
FOR_GOOD = 500


@dataclass(frozen=True, slots=True)
class SmtpPost:
    """Where the server is. `tls` is `starttls`, `tls` (from the first byte) or `none`; without a user nobody signs in.

    Certificates are checked against the authorities that the machine trusts, and the server's name with them.
    """

    host: str
    port: int
    tls: str
    user: str
    password: str
    sender: str

    @contextmanager
    def open(self) -> "Iterator[SmtpHandover]":
        try:
            connection = self._connect()
        except (OSError, smtplib.SMTPException) as error:
            raise MailUnavailable(f"{self.host}:{self.port}: {error}") from error
        try:
            yield SmtpHandover(connection, self.sender)
        finally:
            with suppress(OSError, smtplib.SMTPException):
                connection.quit()
            connection.close()

    def _connect(self) -> smtplib.SMTP:
        context = ssl.create_default_context()
        if self.tls == "tls":
            connection: smtplib.SMTP = smtplib.SMTP_SSL(self.host, self.port, timeout=TIMEOUT_SECONDS, context=context)
        else:
            connection = smtplib.SMTP(self.host, self.port, timeout=TIMEOUT_SECONDS)
        try:
            if self.tls == "starttls":
                connection.starttls(context=context)
            if self.user:
                connection.login(self.user, self.password)
            connection.ehlo_or_helo_if_needed()
        except (OSError, smtplib.SMTPException):
            connection.close()
            raise
        return connection


@dataclass(frozen=True, slots=True)
class SmtpHandover:
    """One connection. Each step is a command of its own, so that what broke off tells whether the letter has gone."""

    connection: smtplib.SMTP
    sender: str

    def send(self, letter: Letter) -> None:
        content = self._message(letter)
        try:
            self._step(self.connection.mail(self.sender), MailUnavailable)
            self._step(self.connection.rcpt(letter.to), None)
        except (OSError, smtplib.SMTPServerDisconnected) as error:
            raise MailUnavailable(str(error)) from error
        try:
            answer = self.connection.data(content)
        except smtplib.SMTPDataError as error:
            answer = (error.smtp_code, error.smtp_error if isinstance(error.smtp_error, bytes) else b"")
        except (OSError, smtplib.SMTPServerDisconnected) as error:
            raise LetterLost(str(error)) from error
        self._step(answer, None)

    def _step(self, answer: tuple[int, bytes], always: type[Exception] | None) -> None:
        code, words = answer
        if TAKEN <= code < TAKEN + 2:
            return
        with suppress(OSError, smtplib.SMTPException):
            self.connection.rset()
        refusal = LetterRefused if code >= FOR_GOOD else LetterDeferred
        raise (always or refusal)(f"{code} {words.decode(errors='replace')}")

    def _message(self, letter: Letter) -> bytes:
        message = EmailMessage(policy=SMTP)
        try:
            reader = Address(addr_spec=letter.to)
            reader.addr_spec.encode("ascii")
            message["To"] = reader
        except (ValueError, IndexError, HeaderParseError) as error:
            raise LetterRefused(f"no address: {error}") from error
        message["From"] = letter.calendar.organizer if letter.calendar else self.sender
        if message["From"] != self.sender:
            message["Sender"] = self.sender  # RFC 5322, 3.6.2: who hands it over, where that is not the author
        message["Subject"] = letter.subject
        message["Date"] = letter.written_at
        message["Message-ID"] = f"<{letter.key}@{self.sender.rpartition('@')[2]}>"
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no vacation notice answers it
        message.set_content(letter.body, cte="base64")
        if letter.calendar:
            _add_calendar(message, letter.calendar)
        for file in letter.files:
            main, _, sub = file.media_type.partition("/")
            message.add_attachment(file.content, maintype=main, subtype=sub, filename=file.name)
        return message.as_bytes()


def _add_calendar(message: EmailMessage, calendar: CalendarPart) -> None:
    """The form that Outlook, Thunderbird and web groupware all take: the text and the calendar part as alternatives
    (RFC 6047, 2.4), and the same as a file for readers that show attachments alone.
    """
    message.add_alternative(
        calendar.text, subtype="calendar", charset="utf-8", cte="base64", params={"method": calendar.method}
    )
    message.add_attachment(calendar.text.encode(), maintype="application", subtype="ics", filename="invite.ics")
