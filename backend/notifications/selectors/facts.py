"""What a notice says, gathered from its event: names and codes are looked up now, so that they stay as they were."""

from collections.abc import Mapping
from typing import Any

from audit.models import Event
from notifications.policies.happened import Happened
from people.models import Person
from spaces.models import AreaPlacement, Desk

BEFORE, MINE = "was_", "my_"


def happened_in(event: Event) -> Happened:
    """The event as the table of kinds reads it."""
    return Happened(
        kind=event.kind,
        subject_id=event.subject_id,
        before=event.before or {},
        after=event.after or {},
        acted=event.actor_id is not None,
        on_behalf_of=event.on_behalf_of_id,
    )


def facts_of(wanted: tuple[str, ...], happened: Happened, *, actor_name: str) -> dict[str, Any]:
    """The facts named in `wanted` that are the same for all who hear of it; None where the event has it not.

    What the names mean stands in notifications.policies.kinds.
    """
    return {name: _fact(name, happened, actor_name) for name in wanted if not name.startswith(MINE)}


def facts_for(person_id: int, wanted: tuple[str, ...], happened: Happened) -> dict[str, Any]:
    """The facts named in `wanted` that differ from person to person."""
    mine = (name for name in wanted if name.startswith(MINE))
    return {name: (happened.after.get(f"{name.removeprefix(MINE)}s") or {}).get(str(person_id)) for name in mine}


def _fact(name: str, happened: Happened, actor_name: str) -> Any:
    if name == "by":
        return actor_name or None
    if name == "subject":
        return happened.subject_id
    if name.startswith(BEFORE):
        return _said_or_looked_up(name.removeprefix(BEFORE), happened.before)
    return _said_or_looked_up(name, happened.after)


def _said_or_looked_up(name: str, members: Mapping[str, Any]) -> Any:
    if members.get(name) is not None:
        return members[name]
    what, _, wanted = name.rpartition("_")
    subject = members.get(what)
    if isinstance(subject, list):
        return _of_list(subject, wanted)
    if not isinstance(subject, int):
        return None
    if wanted == "code":
        return Desk.objects.filter(pk=subject).values_list("code", flat=True).first()
    if name == "area_name":
        placements = AreaPlacement.objects.filter(area_id=subject).order_by("-layout__effective_from")
        return placements.values_list("name", flat=True).first()
    if wanted == "name":
        return Person.objects.filter(pk=subject).values_list("name", flat=True).first()
    return None


def _of_list(members: list[Any], wanted: str) -> Any:
    if wanted == "count":
        return len(members)
    if not members or wanted not in ("first", "last"):
        return None
    return members[0] if wanted == "first" else members[-1]
