"""Slow things are read again exactly when their revision moved."""

import pytest

from core.revision import PerRevision, Slow, bump, revisions

pytestmark = pytest.mark.django_db


def test_every_bump_moves_its_own_revision_and_no_other():
    before = revisions()
    bump(Slow.PLACES)
    once = revisions()
    bump(Slow.PLACES)
    twice = revisions()
    assert before[Slow.PLACES] < once[Slow.PLACES] < twice[Slow.PLACES]
    assert {name: number for name, number in twice.items() if name is not Slow.PLACES} == {
        name: number for name, number in before.items() if name is not Slow.PLACES
    }


class Reader:
    """Answers how often it was asked, and remembers for what."""

    def __init__(self) -> None:
        self.reads: list[str] = []

    def __call__(self, key: str) -> int:
        self.reads.append(key)
        return len(self.reads)


def test_what_was_read_is_kept_until_the_revision_differs():
    kept = PerRevision(Reader())
    assert [kept.get("a", 1), kept.get("a", 1), kept.get("b", 1), kept.get("a", 2)] == [1, 1, 2, 3]


def test_it_holds_only_so_much():
    reader = Reader()
    kept = PerRevision(reader, most=2)
    for key in ("a", "b", "c", "c", "a"):
        kept.get(key, 1)
    assert reader.reads == ["a", "b", "c", "a"]
