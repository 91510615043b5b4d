"""What a notice says, gathered from its event: names and codes are looked up now, so that they stay as they were."""

from collections.abc import Mapping
from typing import Any

from audit.models import Event
from notifications.policies.happened import Happened
from people.models import Person
from spaces.models import AreaPlacement, Desk

BEFORE = "was_"


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
    """The facts named in `wanted`, None where the event does not have one; see notifications.policies.kinds."""
    return {name: _fact(name, happened, actor_name) for name in wanted}


def _fact(name: str, happened: Happened, actor_name: str) -> Any:
    if name == "by":
        return actor_name or None
    if name.startswith(BEFORE):
        return _said_or_looked_up(name.removeprefix(BEFORE), happened.before)
    return _said_or_looked_up(name, happened.after)


def _said_or_looked_up(name: str, members: Mapping[str, Any]) -> Any:
    if members.get(name) is not None:
        return members[name]
    what, _, property_wanted = name.rpartition("_")
    subject_id = members.get(what)
    if not isinstance(subject_id, int):
        return None
    if property_wanted == "code":
        return Desk.objects.filter(pk=subject_id).values_list("code", flat=True).first()
    if name == "area_name":
        placements = AreaPlacement.objects.filter(area_id=subject_id).order_by("-layout__effective_from")
        return placements.values_list("name", flat=True).first()
    if property_wanted == "name":
        return Person.objects.filter(pk=subject_id).values_list("name", flat=True).first()
    return None
