"""A refusal of one of many, with the person whom it is about."""

from core.refused import Refused
from people.models import Person


def refused_for(refused: Refused, person: Person) -> Refused:
    """The same refusal, saying whose booking it refused. `instead` is left out."""
    facts = {name: value for name, value in refused.facts.items() if name != "instead"}
    return Refused(refused.code, {**facts, "person": {"id": person.pk, "name": person.name}}, refused.attempts)
