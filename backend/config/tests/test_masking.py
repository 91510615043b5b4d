"""What opens something by itself stands in no log line, whoever writes it."""

import logging

import pytest

from config.logs import JsonFormatter, TextFormatter
from config.masking import without_secrets

SECRET = "T0pSecret_of-a-feed-T0pSecret_of-a-feed-123"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (f"/calendar/{SECRET}.ics", "/calendar/…"),
        (f"/calendar/{SECRET}", "/calendar/…"),
        (f"/display/{SECRET}", "/display/…"),
        (f"/api/v1/displays/{SECRET}/plans/7.svg", "/api/v1/displays/…/plans/7.svg"),
        ("/api/v1/calendar/feeds/", "/api/v1/calendar/feeds/"),
        ("/calendar", "/calendar"),
        ("/bookings", "/bookings"),
    ],
)
def test_keys_in_addresses_are_masked_and_nothing_else(text, masked):
    assert without_secrets(text) == masked


@pytest.mark.parametrize("formatter", [JsonFormatter(), TextFormatter()])
def test_a_failed_request_is_logged_without_its_key(formatter):
    path = f"/calendar/{SECRET}.ics"
    failed = logging.makeLogRecord({"name": "django.request", "msg": "Internal Server Error: %s", "args": (path,)})
    failed.__dict__["request"] = f"<WSGIRequest: GET '{path}'>"
    try:
        raise LookupError(path)
    except LookupError as error:
        failed.exc_info = (LookupError, error, error.__traceback__)
    line = formatter.format(failed)
    assert SECRET not in line
    assert "Internal Server Error" in line
    assert "LookupError" in line
