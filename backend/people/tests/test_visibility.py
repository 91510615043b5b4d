from datetime import date

import pytest

from people.policies.roles import Role, roles_of
from people.policies.visibility import Seen, Viewer, may_see_where

YESTERDAY, TODAY, TOMORROW = date(2026, 11, 29), date(2026, 11, 30), date(2026, 12, 1)
BUREAU, SECTION, ELSEWHERE = 1, 2, 3


def seen(visibility: str) -> Seen:
    return Seen(person_id=10, visibility=visibility, departments=frozenset({SECTION}), lineage=frozenset({1, 2}))


SELF = Viewer(account_id=1, person_id=10, departments=frozenset({SECTION}))
COLLEAGUE = Viewer(account_id=2, person_id=11, departments=frozenset({SECTION}))
STRANGER = Viewer(account_id=3, person_id=12, departments=frozenset({ELSEWHERE}))
CHIEF = Viewer(account_id=4, person_id=13, departments=frozenset({SECTION}), manages=frozenset({SECTION}))
BUREAU_CHIEF = Viewer(account_id=5, person_id=14, departments=frozenset({ELSEWHERE}), manages=frozenset({BUREAU}))
OTHER_CHIEF = Viewer(account_id=6, person_id=15, departments=frozenset({ELSEWHERE}), manages=frozenset({ELSEWHERE}))
BREAK_GLASS = Viewer(account_id=7, person_id=None)


@pytest.mark.parametrize(
    ("viewer", "visibility", "coming", "past"),
    [
        (SELF, "everyone", True, True),
        (SELF, "manager", True, True),
        (CHIEF, "manager", True, True),
        (BUREAU_CHIEF, "manager", True, True),
        (COLLEAGUE, "everyone", True, False),
        (COLLEAGUE, "section", True, False),
        (COLLEAGUE, "manager", False, False),
        (STRANGER, "everyone", True, False),
        (STRANGER, "section", False, False),
        (STRANGER, "manager", False, False),
        (OTHER_CHIEF, "section", False, False),
        (OTHER_CHIEF, "everyone", True, False),
        (BREAK_GLASS, "everyone", True, False),
        (BREAK_GLASS, "section", False, False),
    ],
)
def test_who_may_see_where_somebody_is(viewer, visibility, coming, past):
    one = seen(visibility)
    assert may_see_where(viewer, one, day=TODAY, today=TODAY) is coming
    assert may_see_where(viewer, one, day=TOMORROW, today=TODAY) is coming
    assert may_see_where(viewer, one, day=YESTERDAY, today=TODAY) is past


@pytest.mark.parametrize(
    ("has_person", "manages", "granted", "roles"),
    [
        (True, False, frozenset(), (Role.STAFF,)),
        (True, True, frozenset({"it"}), (Role.STAFF, Role.MANAGER, Role.IT)),
        (False, False, frozenset({"it", "hr"}), (Role.IT, Role.HR)),
        (False, True, frozenset(), ()),
        (True, False, frozenset({"manager", "made-up"}), (Role.STAFF,)),
    ],
)
def test_roles_follow_from_the_person_the_posts_and_what_was_granted(has_person, manages, granted, roles):
    assert roles_of(has_person=has_person, manages=manages, granted=granted) == roles


def test_a_viewer_is_written_alike_in_every_process():
    roles = frozenset({"staff", "manager", "it", "facilities"})
    viewer = Viewer(3, 7, departments=frozenset({12, 5}), manages=frozenset({5}), roles=roles)
    assert str(viewer) == "3 7 [5, 12] [5] facilities,it,manager,staff"
