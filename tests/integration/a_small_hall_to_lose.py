"""A small hall in an empty database, for a test that takes the database away: prints session keys by name as JSON."""

import json
from datetime import timedelta

import django

django.setup()

from core import clock  # noqa: E402 - models can be imported only after the setup above
from gates.models import GatePassage  # noqa: E402 - as above
from people.policies.roles import Role  # noqa: E402 - as above
from people.services.roles import grant_role  # noqa: E402 - as above
from people.services.sessions import open_session  # noqa: E402 - as above
from tests.factories.hall import small_hall  # noqa: E402 - as above


def main() -> None:
    """星 has the role crisis management; 我妻 and 工藤 came through a gate ten minutes ago."""
    hall = small_hall()
    grant_role(account=hall.account("hoshi"), role=Role.CRISIS)
    for line, name in enumerate(("agatsuma", "kudo"), start=2):
        GatePassage.objects.create(
            person_id=hall.person(name),
            gate="G06-1",
            floor=hall.floors["6"],
            direction="in",
            at=clock.now() - timedelta(minutes=10),
            source_file="test.csv",
            source_line=line,
        )
    keys = {name: open_session(account=hall.account(name)) for name in hall.people}
    print(json.dumps({"keys": keys, "people": {name: person.pk for name, person in hall.people.items()}}))  # noqa: T201


if __name__ == "__main__":
    main()
