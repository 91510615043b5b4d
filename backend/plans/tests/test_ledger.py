"""The ledger: one person, one place at a time; a claim that displaces asks the holder to let go."""

from functools import partial

import pytest

from core.refused import Refused
from plans import holders
from plans.holders import register_holder
from plans.models import AttendancePlan, Place
from plans.services.ledger import Holder, claim, let_go, reclaim
from tests.fixtures.cast import at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

DESK = Holder("desk", 1)
LEAVE = Holder("leave", 7)


ASKED: list[int] = []


def give_everything_up(holder_id, during):
    let_go(holder=Holder("desk", holder_id), at=at("8:00"))


def keep_everything(holder_id, during):
    ASKED.append(holder_id)


@pytest.fixture
def claimed(hall, between):
    claim(person_id=hall.person("kudo"), during=between("8:30", "12:00"), place=Place.OFFICE, holder=DESK)


@pytest.fixture
def desks_let_go(monkeypatch):
    """A kind of holder that lets go of everything it has."""
    monkeypatch.setattr(holders, "_let_go", {})
    register_holder("desk", f"{__name__}.give_everything_up")


@pytest.mark.usefixtures("claimed")
def test_a_claim_on_a_held_stretch_is_refused_and_names_the_holder(hall, between):
    with pytest.raises(Refused) as refused:
        claim(person_id=hall.person("kudo"), during=between("11:00", "13:00"), place=Place.HOME, holder=LEAVE)
    assert refused.value.facts["conflicts_with"] == {
        "kind": "plan",
        "id": 1,
        "start": between("8:30", "12:00").start,
        "end": between("8:30", "12:00").end,
        "place": "office",
    }


@pytest.mark.usefixtures("claimed")
def test_another_persons_day_is_another_matter(hall, between):
    claim(person_id=hall.person("agatsuma"), during=between("8:30", "12:00"), place=Place.HOME, holder=LEAVE)
    assert AttendancePlan.objects.count() == 2


@pytest.mark.usefixtures("claimed", "desks_let_go")
def test_a_claim_may_displace_a_kind_that_lets_go(hall, between):
    claim(
        person_id=hall.person("kudo"),
        during=between("8:30", "17:15"),
        place=Place.LEAVE,
        holder=LEAVE,
        displaces={"desk"},
    )
    standing = AttendancePlan.objects.filter(withdrawn_at=None)
    assert [(plan.place, plan.holder_id) for plan in standing] == [("leave", 7)]
    assert AttendancePlan.objects.count() == 2


@pytest.mark.usefixtures("desks_let_go")
def test_what_may_not_be_displaced_stays(hall, between):
    claim(person_id=hall.person("kudo"), during=between("8:30", "12:00"), place=Place.LEAVE, holder=LEAVE)
    with pytest.raises(Refused) as refused:
        claim(
            person_id=hall.person("kudo"),
            during=between("8:30", "12:00"),
            place=Place.OFFICE,
            holder=DESK,
            displaces={"desk"},
        )
    assert refused.value.code == "in_another_place"


@pytest.mark.usefixtures("claimed")
def test_a_holder_that_does_not_let_go_is_asked_once(hall, between, monkeypatch):
    ASKED.clear()
    monkeypatch.setattr(holders, "_let_go", {"desk": f"{__name__}.keep_everything"})
    with pytest.raises(Refused):
        claim(
            person_id=hall.person("kudo"),
            during=between("8:30", "12:00"),
            place=Place.LEAVE,
            holder=LEAVE,
            displaces={"desk"},
        )
    assert ASKED == [1]


def test_a_stretch_let_go_stays_on_record_and_can_be_claimed_again(hall, between):
    take = partial(claim, person_id=hall.person("kudo"), during=between("8:30", "12:00"))
    take(place=Place.OFFICE, holder=DESK)
    let_go(holder=DESK, at=at("8:05"))
    take(place=Place.LEAVE, holder=LEAVE)
    assert AttendancePlan.objects.count() == 2


def test_a_stretch_grows_only_where_nothing_else_stands(hall, between):
    claim(person_id=hall.person("kudo"), during=between("8:30", "12:00"), place=Place.OFFICE, holder=DESK)
    claim(person_id=hall.person("kudo"), during=between("13:00", "17:15"), place=Place.LEAVE, holder=LEAVE)
    reclaim(person_id=hall.person("kudo"), during=between("8:30", "13:00"), holder=DESK)
    with pytest.raises(Refused):
        reclaim(person_id=hall.person("kudo"), during=between("8:30", "13:15"), holder=DESK)


def test_a_kind_of_holder_has_one_way_to_let_go(monkeypatch):
    monkeypatch.setattr(holders, "_let_go", {})
    register_holder("desk", "somewhere.let_go")
    with pytest.raises(ValueError, match="registered already"):
        register_holder("desk", "elsewhere.let_go")
