"""Who has to follow when the roll changes: whatever people hold who left, or who may no longer have it where they are.

An app above registers from its `apps.py`, so the directory never knows what people hold. What it registers runs in the
transaction that changes the roll, after people, departments and posts are written and the revision of people has
moved: no path by which people come and go can pass it by.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import cast

from django.utils.module_loading import import_string

from core.locks import Locked, lock
from directory.policies.roll_changed import Effect, RollChanged

Follow = Callable[[RollChanged], None]
"""Follows, in the transaction of the run and under the locks that its Locks named, in few statements."""

Effects = Callable[[RollChanged], list[Effect]]
"""What following would come to, as things stand now; asked by previews, and changes nothing."""

Locks = Callable[[RollChanged], Iterable[tuple[Locked, int]]]
"""The locks that following needs; those of all followers are taken together, in the one order."""


@dataclass(frozen=True, slots=True)
class _Follower:
    follow: str
    effects: str | None
    locks: str | None
    first: bool


_followers: dict[str, _Follower] = {}


def register_roll_follower(
    name: str, follow: str, *, effects: str | None = None, locks: str | None = None, first: bool = False
) -> None:
    """Enter a follower: dotted paths of a Follow, an Effects and a Locks, since apps register before models load.

    A name has one way. Lower apps are registered first, so upper ones find what these did. Who is `first` follows
    before them: whoever must not be offered what the others free.
    """
    follower = _Follower(follow, effects, locks, first)
    if _followers.get(name, follower) != follower:
        raise ValueError(f"{name} is registered already")
    _followers[name] = follower


def queue_to_follow(change: RollChanged) -> None:
    """Take the locks that following needs, all together and in the one order.

    Called before the first row of people is written: whoever books holds the lock of places and wants a row of
    people, so it is never the other way round here.
    """
    wanted = {one for path in _paths("locks") for one in cast(Locks, import_string(path))(change)}
    if wanted:
        lock(*wanted)


def followed(change: RollChanged) -> None:
    """Let everyone follow, the first ones first, then in the order of registration; nobody where nobody left, moved
    or came back."""
    if change.is_empty:
        return
    queue_to_follow(change)
    for follower in sorted(_followers.values(), key=lambda one: not one.first):
        cast(Follow, import_string(follower.follow))(change)


def effects_of(change: RollChanged) -> list[Effect]:
    """Everything that would follow from a change that is not made yet, in the order of registration."""
    if change.is_empty:
        return []
    return [effect for path in _paths("effects") for effect in cast(Effects, import_string(path))(change)]


def _paths(what: str) -> list[str]:
    found = [getattr(follower, what) for follower in _followers.values()]
    return [path for path in found if path is not None]
