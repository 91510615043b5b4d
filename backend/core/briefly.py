"""What is asked so often that a second's age does no harm."""

from collections.abc import Callable
from time import monotonic
from typing import Generic, TypeVar
from weakref import WeakSet

from django.db import connection

Value = TypeVar("Value")

SECONDS = 1.0

_every: "WeakSet[Briefly[object]]" = WeakSet()


class Briefly(Generic[Value]):
    """What `read` answered at most a second ago, in this process and of this database.

    For questions asked with every event that is recorded, where a query each would be felt and a revision would cost
    one too. Whoever changes the thing calls `forget`, so that this process knows at once; others know within a second.
    """

    def __init__(self, read: Callable[[], Value]) -> None:
        self._read = read
        self._kept: dict[str, tuple[float, Value]] = {}
        _every.add(self)  # type: ignore[arg-type]  # only forgotten through it, whatever the value

    def get(self) -> Value:
        """The value, read anew where what is kept is older than a second."""
        place = str(connection.settings_dict["NAME"])
        kept = self._kept.get(place)
        if kept is not None and monotonic() - kept[0] < SECONDS:
            return kept[1]
        value = self._read()
        self._kept[place] = (monotonic(), value)
        return value

    def forget(self) -> None:
        """Read anew at the next question."""
        self._kept.clear()


def forget_all() -> None:
    """Forget everything that is kept: each test begins without the one before."""
    for one in _every:
        one.forget()
