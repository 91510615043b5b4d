"""What is remembered while somebody is away at an identity provider."""

from django.contrib.sessions.base_session import AbstractBaseSession


class RoundTrip(AbstractBaseSession):
    """A way to an identity provider and back: what was asked, so that only the answer to it counts, and only once.

    Not a session of ours: it opens nothing, lasts ten minutes, and its cookie is sent to the ways of sign-in alone.
    """
