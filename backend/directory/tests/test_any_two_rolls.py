"""For any two rolls: what is known becomes the second one, and stays it when it is read again."""

from dataclasses import replace

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.models import Event
from core import clock
from core.revision import Slow, revisions
from directory.policies.comparing import compare
from directory.policies.known import KnownRoll
from directory.selectors.known_roll import known_roll
from directory.services.running import run_directory
from directory.source import DepartmentKind, DirectoryDepartment, DirectoryPerson, DirectoryPost, Employment, Roll
from directory.tests.rolls import Given
from people.models import Account, Person
from tests.fixtures.examples import examples

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

CODES = ["01", "02", "03", "04", "05"]
NAMES = ["s1", "s2", "S3", "s4", "s5"]
NUMBERS = ["001", "002", "003", "004", "005"]
IDENTITIES = ["u1", "u2", "u3", "u4"]


@st.composite
def rolls(draw):
    """A directory that makes sense: departments in a tree, and nothing there twice."""
    codes = draw(st.permutations(CODES))[: draw(st.integers(1, 5))]
    departments = [
        DirectoryDepartment(
            code,
            draw(st.sampled_from(["広報", "広聴"])),
            draw(st.sampled_from(DepartmentKind)),
            draw(st.sampled_from([None, *codes[:at]])),
        )
        for at, code in enumerate(codes)
    ]
    size = draw(st.integers(1, 5))
    names, numbers = draw(st.permutations(NAMES)), draw(st.permutations(NUMBERS))
    identities = draw(st.permutations(IDENTITIES + [""] * size)) if draw(st.booleans()) else [""] * size
    people = [
        DirectoryPerson(
            id=names[at],
            number=numbers[at],
            name=draw(st.sampled_from(["我妻 美咲", "山田 葵"])),
            family_name="我妻",
            given_name="",
            kana="",
            mail="",
            title=draw(st.sampled_from(["", "課長", "部長", "主事"])),
            employment=draw(st.sampled_from(Employment)),
            department=draw(st.sampled_from(codes)),
            uuid=identities[at],
        )
        for at in range(size)
    ]
    posts = draw(st.sets(st.tuples(st.sampled_from(people), st.sampled_from(codes)), max_size=4))
    return Roll(
        tuple(departments),
        tuple(sorted(people, key=lambda one: one.id)),
        tuple(
            sorted(
                (DirectoryPost(one.id, code) for one, code in posts), key=lambda post: (post.person, post.department)
            )
        ),
    )


def run(roll):
    return run_directory(directory=Given(roll))


def here(known: KnownRoll, wanted: Roll):
    """The departments and people that are there now; a directory without lasting identities takes none away."""
    asked = {one.number: one.uuid for one in wanted.people}
    departments = {one.entry for one in known.departments if not one.ended}
    people = {
        replace(one.entry, uuid=one.entry.uuid if asked.get(one.entry.number) else "")
        for one in known.people
        if not one.left
    }
    return departments, people


@settings(max_examples=examples(20), deadline=None, suppress_health_check=list(HealthCheck))
@given(rolls(), rolls(), rolls())
def test_what_is_known_becomes_what_the_directory_says_and_stays_it(first, second, third):
    with transaction.atomic():
        run(first)
        run(second)
        at_first = dict(Person.objects.values_list("pk", "directory_uuid"))
        done = run(third)
        known = known_roll(clock.today())
        assert done.findings.count() == 0
        assert here(known, third) == (set(third.departments), set(third.people))
        assert compare(known, third).changes == []
        for person in known.people:
            if not person.left:
                assert (person.username, person.account_active) == (person.entry.id.lower(), True)
        # Nobody is lost, and nobody becomes somebody else.
        assert at_first.keys() <= {one.person_id for one in known.people}
        for one in known.people:
            before = at_first.get(one.person_id)
            if before and not one.left and before != one.entry.uuid:
                assert before not in {other.entry.uuid for other in known.people}
        assert Account.objects.count() == Person.objects.count()

        events, revision = Event.objects.count(), revisions()
        again = run(third)
        assert (again.state, again.counts) == ("unchanged", {})
        assert (Event.objects.count(), revisions()[Slow.PEOPLE]) == (events, revision[Slow.PEOPLE])
        transaction.set_rollback(True)
