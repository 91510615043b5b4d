"""Who has to follow when layouts change: whatever holds desks on the days that are now different.

An app above registers from its `apps.py`, so places never know who books them. What it registers runs in the
transaction that changes the layouts, under the lock of all places and after the revision of places has moved: no path
of publishing can pass it by.
"""

from collections.abc import Callable
from typing import cast

from django.utils.module_loading import import_string

from spaces.policies.layout_change import LayoutsChanged

Follow = Callable[[LayoutsChanged], None]

_follow: dict[str, str] = {}


def register_layout_follower(name: str, follow: str) -> None:
    """Enter a follower: the dotted path of a Follow, since apps register before models load. A name has one way."""
    if _follow.get(name, follow) != follow:
        raise ValueError(f"{name} is registered already")
    _follow[name] = follow


def followed(change: LayoutsChanged) -> None:
    """Let everyone follow, in the order of registration."""
    for path in _follow.values():
        cast(Follow, import_string(path))(change)
