"""Who wants to hear of refusals that were answered. Apps register in their `apps.py`; this app knows none of them.

A refusal undoes the transaction in which it was raised. It is heard when it is turned into an answer: by then nothing
of that transaction is left, and what a listener writes stays.
"""

import logging
from collections.abc import Callable

from django.db import DatabaseError, transaction
from django.utils.module_loading import import_string

from core.refused import Refused

Listener = Callable[[Refused], None]

_listeners: list[str] = []
_log = logging.getLogger("kyoseki.refusals")


def hear_refusals(listener: str) -> None:
    """Register a listener by its dotted path, once: apps register before models load."""
    if listener not in _listeners:
        _listeners.append(listener)


def tell_of(refused: Refused) -> None:
    """Let every listener hear of a refusal with attempts. Nobody's answer waits for a listener that fails."""
    if not refused.attempts:
        return
    for listener in _listeners:
        hear: Listener = import_string(listener)
        try:
            with transaction.atomic():
                hear(refused)
        except DatabaseError:
            _log.exception("a refusal was not heard by %s", listener)
