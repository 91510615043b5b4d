"""Who follows when the roll changes, and in which order."""

from datetime import date

import pytest

from directory import followers
from directory.policies.roll_changed import Effect, Moved, RollChanged

LEFT = RollChanged(day=date(2027, 4, 1), left=(7,))
told: list[tuple[str, RollChanged]] = []


def follow_first(change):
    told.append(("first", change))


def follow_then(change):
    told.append(("then", change))


def would(change):
    return [Effect("booking", person_id) for person_id in change.left]


@pytest.fixture(autouse=True)
def _nobody_else(monkeypatch):
    monkeypatch.setattr(followers, "_followers", {})
    told.clear()


def test_everyone_follows_in_the_order_of_registration():
    followers.register_roll_follower("b", f"{__name__}.follow_first")
    followers.register_roll_follower("a", f"{__name__}.follow_then", effects=f"{__name__}.would")
    followers.followed(LEFT)
    assert told == [("first", LEFT), ("then", LEFT)]
    assert followers.effects_of(LEFT) == [Effect("booking", 7)]


def test_whoever_must_not_get_what_becomes_free_follows_first():
    followers.register_roll_follower("b", f"{__name__}.follow_then")
    followers.register_roll_follower("a", f"{__name__}.follow_first", first=True)
    followers.followed(LEFT)
    assert [name for name, _ in told] == ["first", "then"]


def test_nobody_is_asked_about_nothing():
    followers.register_roll_follower("b", f"{__name__}.follow_first", effects=f"{__name__}.would")
    followers.followed(RollChanged(day=date(2027, 4, 1)))
    assert told == []
    assert followers.effects_of(RollChanged(day=date(2027, 4, 1))) == []


def test_a_name_has_one_way():
    followers.register_roll_follower("b", f"{__name__}.follow_first")
    followers.register_roll_follower("b", f"{__name__}.follow_first")
    with pytest.raises(ValueError, match="registered already"):
        followers.register_roll_follower("b", f"{__name__}.follow_then")


def test_only_some_of_the_moved_have_another_main_post():
    change = RollChanged(day=date(2027, 4, 1), moved=(Moved(1, 2, 3), Moved(2, 5, 5)))
    assert [one.person_id for one in change.moved_section] == [1]
    assert change.moved_ids == (1, 2)
