"""Who may book for whom: every pair of relations."""

import pytest

from people.policies.acting import ActedFor, relation_to
from people.policies.visibility import Viewer

ME, OTHER = 1, 2
BUREAU, SECTION, ELSEWHERE = 10, 11, 20

VIEWERS = {
    "colleague": Viewer(1, ME, frozenset({SECTION}), roles=frozenset({"staff"})),
    "manager of the section": Viewer(
        1, ME, frozenset({SECTION}), frozenset({SECTION}), frozenset({"staff", "manager"})
    ),
    "manager of the bureau": Viewer(1, ME, frozenset({BUREAU}), frozenset({BUREAU}), frozenset({"staff", "manager"})),
    "manager elsewhere": Viewer(1, ME, frozenset({ELSEWHERE}), frozenset({ELSEWHERE}), frozenset({"staff", "manager"})),
    "facilities": Viewer(1, ME, frozenset({ELSEWHERE}), roles=frozenset({"staff", "facilities"})),
    "IT": Viewer(1, ME, frozenset({ELSEWHERE}), roles=frozenset({"staff", "it"})),
    "HR": Viewer(1, ME, frozenset({ELSEWHERE}), roles=frozenset({"staff", "hr"})),
    "crisis management": Viewer(1, ME, frozenset({ELSEWHERE}), roles=frozenset({"staff", "crisis"})),
    "an account of nobody": Viewer(1, None, roles=frozenset({"facilities", "it"})),
}
PEOPLE = {
    "oneself": ActedFor(ME, True, False, frozenset({BUREAU, SECTION})),
    "somebody of the section": ActedFor(OTHER, True, False, frozenset({BUREAU, SECTION})),
    "who delegated to me": ActedFor(OTHER, True, False, frozenset({99}), frozenset({ME})),
    "who delegated to another": ActedFor(OTHER, True, False, frozenset({99}), frozenset({3})),
    "who left the section": ActedFor(OTHER, False, False, frozenset({BUREAU, SECTION}), frozenset({ME})),
    "a visitor": ActedFor(OTHER, True, True),
    "a visitor of yesterday": ActedFor(OTHER, False, True),
}
ALLOWED = {
    ("colleague", "who delegated to me"): "delegate",
    ("manager of the section", "somebody of the section"): "manager",
    ("manager of the section", "who delegated to me"): "delegate",
    ("manager of the bureau", "somebody of the section"): "manager",
    ("manager of the bureau", "who delegated to me"): "delegate",
    ("manager elsewhere", "who delegated to me"): "delegate",
    ("facilities", "who delegated to me"): "delegate",
    ("facilities", "a visitor"): "facilities",
    ("IT", "who delegated to me"): "delegate",
    ("HR", "who delegated to me"): "delegate",
    ("crisis management", "who delegated to me"): "delegate",
    **{(viewer, "oneself"): "oneself" for viewer in VIEWERS if viewer != "an account of nobody"},
}


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("viewer", VIEWERS)
def test_who_may_book_for_whom(viewer, person):
    assert relation_to(VIEWERS[viewer], PEOPLE[person]) == ALLOWED.get((viewer, person))
