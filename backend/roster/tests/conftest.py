"""Crisis management and the people of the small hall, for tests of the roster."""

import pytest

from people.policies.roles import Role
from people.services.roles import grant_role
from tests.factories.hall import city_time
from tests.fixtures.cast import MONDAY


@pytest.fixture
def crisis(hall, monday_morning, as_person, roster_folder):
    """星, who has the role crisis management, at a client of the API; the roster is opened for a drill."""
    grant_role(account=hall.account("hoshi"), role=Role.CRISIS)
    client = as_person("hoshi")
    assert client.post("/api/v1/roster/openings/", {"reason": "drill"}).status_code == 200
    return client


@pytest.fixture
def sits(hall, as_person):
    """`sits("agatsuma", "06A-001", "8:30")` books the desk from 8:30 on Monday and checks in, if told."""

    def at_desk(who, desk, *, check_in=True):
        client = as_person(who)
        body = {"desk": hall.desk(desk), "day": MONDAY.isoformat(), "part": "full"}
        booking = client.post("/api/v1/bookings/", body).json()
        if check_in:
            answer = client.post(f"/api/v1/bookings/{booking['id']}/check-in/")
            assert answer.status_code == 200, answer.json()
        return booking

    return at_desk


@pytest.fixture
def passes(hall):
    """`passes("kudo", "G06-1", "in", "8:20")` is a passage at a gate on Monday."""
    from gates.models import GatePassage  # noqa: PLC0415 - fixtures load before the apps

    def gate(who, code, direction, time, floor="6"):
        return GatePassage.objects.create(
            person_id=hall.person(who),
            gate=code,
            floor=hall.floors[floor] if floor else None,
            direction=direction,
            at=city_time(MONDAY, time),
            source_file="test.csv",
            source_line=GatePassage.objects.count() + 2,
        )

    return gate
