"""The six digits of an authenticator app: TOTP (RFC 6238) over SHA-1, as every such app reads it from a QR code."""

import unicodedata
from datetime import datetime

import pyotp

STEP_SECONDS = 30
DIGITS = 6
WINDOW_STEPS = 1
"""A clock may be one step early or late (RFC 6238, 5.2)."""

ISSUER = "Kyoseki"


def new_secret() -> str:
    """160 random bits in base 32, the length that RFC 4226 asks for."""
    return pyotp.random_base32()


def address_of(secret: str, *, username: str) -> str:
    """What the QR code says: `otpauth://totp/…`."""
    return pyotp.TOTP(secret, interval=STEP_SECONDS, digits=DIGITS).provisioning_uri(name=username, issuer_name=ISSUER)


def tidy_code(typed: str) -> str:
    """The digits somebody typed, also full-width ones and with blanks between."""
    return "".join(unicodedata.normalize("NFKC", typed).split())


def fitting_step(*, secret: str, code: str, now: datetime, last_step: int) -> int | None:
    """The time step whose code this is, within one step of now and after `last_step`; None when there is none.

    A step that was used, and every one before it, opens nothing more: no code works twice.
    """
    totp = pyotp.TOTP(secret, interval=STEP_SECONDS, digits=DIGITS)
    present = int(now.timestamp()) // STEP_SECONDS
    code = tidy_code(code)
    fitting = [
        step
        for step in range(present - WINDOW_STEPS, present + WINDOW_STEPS + 1)
        if pyotp.utils.strings_equal(totp.generate_otp(step), code)
    ]
    return next((step for step in fitting if step > last_step), None)
