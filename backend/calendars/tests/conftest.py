"""Fixtures of this app's tests."""

import pytest

from calendars import servers
from calendars.tests.taking_in import Linking
from tests.factories.hall import Hall


@pytest.fixture
def linked(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> Linking:
    """`linked("agatsuma", acceptance="automatic")`: a link whose calendar is in memory."""
    linking = Linking(hall, {})
    monkeypatch.setattr(
        servers, "calendar_at", lambda _kind, _address, *, calendar, **_how: linking.calendars[calendar]
    )
    return linking
