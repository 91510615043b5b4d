"""Real parallel connections: the last absence, a withdrawal, a desk; and a process that is killed on the way."""

import threading
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import psycopg
import pytest
from django.db import OperationalError, connection, connections

from audit.models import Event
from bookings.models import Booking
from bookings.services.booking import book_desk
from core.interval import Interval
from core.refused import Refused
from plans.models import AttendancePlan
from plans.services import ledger
from telework.models import TeleworkRequest
from telework.policies.states import Actor, RequestAction
from telework.services import approving
from telework.services.deciding import Chosen, decide, decide_many
from telework.services.requests import withdraw_request
from telework.tests.asking import WEDNESDAY, asked, need_on_site, register_everybody
from tests.factories.hall import city_time

pytestmark = [
    pytest.mark.race,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("monday_morning"),
]
ROUNDS = range(3)


@pytest.fixture(autouse=True)
def _registered(hall):
    register_everybody(hall)


def outcomes(acts: Sequence[Callable[[], object]]) -> Counter[str]:
    """Run every act in a thread with a connection of its own, all let go at once; count what each came to."""
    start = threading.Barrier(len(acts))

    def run(act: Callable[[], object]) -> str:
        try:
            start.wait(timeout=30)
            act()
        except Refused as refused:
            return str(refused.code)
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(max_workers=len(acts)) as pool:
        return Counter(pool.map(run, acts))


def approval(hall, request):
    return partial(
        decide,
        decider_id=hall.person("yamada"),
        action=RequestAction.APPROVE,
        chosen=Chosen(request.pk, request.version),
    )


def desk(hall, name="agatsuma"):
    during = Interval(city_time(WEDNESDAY, "8:30"), city_time(WEDNESDAY, "17:15"))
    return partial(book_desk, person_id=hall.person(name), desk_id=hall.desk("06A-001"), during=during)


def held(hall, name="agatsuma"):
    rows = AttendancePlan.objects.filter(person=hall.person(name), withdrawn_at__isnull=True)
    return [one.holder_kind for one in rows]


@pytest.mark.parametrize("_round", ROUNDS)
def test_two_approvals_for_the_last_absence(hall, _round):
    need_on_site(hall, 2)
    found = outcomes([approval(hall, asked(hall, "agatsuma")), approval(hall, asked(hall, "kudo"))])
    assert found == {"done": 1, "below_minimum": 1}
    assert TeleworkRequest.objects.filter(state="approved").count() == 1
    assert AttendancePlan.objects.filter(withdrawn_at__isnull=True, holder_kind="telework").count() == 1


@pytest.mark.parametrize("_round", ROUNDS)
def test_two_bulks_over_the_same_requests(hall, _round):
    requests = [asked(hall, "agatsuma"), asked(hall, "kudo")]
    chosen = [Chosen(one.pk, one.version) for one in requests]
    act = partial(decide_many, decider_id=hall.person("yamada"), action=RequestAction.APPROVE)
    outcomes([partial(act, chosen=chosen), partial(act, chosen=chosen[::-1])])
    assert set(TeleworkRequest.objects.values_list("state", flat=True)) == {"approved"}
    assert Event.objects.filter(kind="telework.approved").count() == 2


@pytest.mark.parametrize("_round", ROUNDS)
def test_an_approval_against_a_withdrawal(hall, _round):
    request = asked(hall, "agatsuma")
    withdrawal = partial(withdraw_request, request_id=request.pk, actor=Actor.ONESELF, version=request.version)
    found = outcomes([approval(hall, request), withdrawal])
    assert found["done"] == 1
    assert found["wrong_state"] + found["telework_changed"] == 1
    request.refresh_from_db()
    assert held(hall) == (["telework"] if request.state == "approved" else [])


@pytest.mark.parametrize("_round", ROUNDS)
def test_an_approval_against_a_booking(hall, _round):
    request = asked(hall, "agatsuma")
    outcomes([approval(hall, request), desk(hall)])
    request.refresh_from_db()
    assert request.state == "approved"
    assert held(hall) == ["telework"]
    assert not Booking.objects.filter(state="booked").exists()


def test_what_fails_between_approval_and_release_undoes_both(hall, monkeypatch):
    booking = desk(hall)()
    request = asked(hall, "agatsuma")

    def fail(*_args, **_more):
        raise RuntimeError("killed")

    monkeypatch.setattr(approving, "claim_all", fail)
    with pytest.raises(RuntimeError):
        approval(hall, request)()
    _is_untouched(hall, request, booking)


def test_a_connection_killed_in_the_middle_leaves_neither(hall, monkeypatch):
    booking = desk(hall)()
    request = asked(hall, "agatsuma")
    real = ledger.claim_all

    def killed_then_on(claims):
        _kill(connection.connection.info.backend_pid)
        real(claims)

    monkeypatch.setattr(approving, "claim_all", killed_then_on)
    with pytest.raises(OperationalError):
        approval(hall, request)()
    connection.close()
    _is_untouched(hall, request, booking)
    monkeypatch.setattr(approving, "claim_all", real)
    approval(hall, request)()
    assert held(hall) == ["telework"]


def _kill(backend_pid: int) -> None:
    place = connections["default"].settings_dict
    with psycopg.connect(dbname=place["NAME"], user=place["USER"], host=place["HOST"], autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(%s)", [backend_pid])


def _is_untouched(hall, request, booking) -> None:
    request.refresh_from_db()
    booking.refresh_from_db()
    assert (request.state, booking.state) == ("submitted", "booked")
    assert held(hall) == ["booking"]
    assert not Event.objects.filter(kind__in=["telework.approved", "booking.cancelled"]).exists()
