"""Where allauth remembers what it asked, as Django's sessions would: a table of ours, for ten minutes."""

from django.contrib.sessions.backends.db import SessionStore as TableStore

from access.models import RoundTrip

ROUND_TRIP_SECONDS = 600


class SessionStore(TableStore):
    """One way to a provider and back. A signed cookie would not do: an answer that came back counts only once."""

    @classmethod
    def get_model_class(cls) -> type[RoundTrip]:
        """The table."""
        return RoundTrip

    def get_session_cookie_age(self) -> int:
        """Seconds until it is over."""
        return ROUND_TRIP_SECONDS
