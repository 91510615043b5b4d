"""The database backend; Django finds it by the name `base`."""

import select

import psycopg
from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """Asks the server whether a kept connection lives only when the socket says that something happened to it.

    Django would send a query before each request's first. An idle connection's socket has nothing to read; one whose
    server went away has: the end. So the look costs microseconds, and a restart of PostgreSQL still costs no request.
    """

    health_check_enabled: bool
    health_check_done: bool

    def close_if_health_check_failed(self) -> None:
        """Note the connection as healthy when its socket is silent, else ask the server as Django does."""
        if self.connection is None or not self.health_check_enabled or self.health_check_done:
            return
        if self._is_silent():
            self.health_check_done = True
        else:
            super().close_if_health_check_failed()

    def _is_silent(self) -> bool:
        try:
            readable, _, _ = select.select([self.connection.fileno()], [], [], 0)
        except (OSError, ValueError, psycopg.Error):
            return False
        return not readable
