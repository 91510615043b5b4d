"""People link calendars, change what goes on with them, and end that again."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from audit.services import record
from calendars import servers
from calendars.models import CalendarLink, SentEvent
from calendars.policies.choices import Acceptance, LinkKind, OnDeleted
from calendars.policies.link_refusals import LinkRefusal
from calendars.seal import calendar_seal
from calendars.selectors.reached import forget_reached
from calendars.services.deferring import defer_bring_up, defer_clear_out
from calendars.services.deferring_reads import defer_read
from calendars.services.finding import trouble_refused
from calendars.services.forgetting import forget_read
from calendars.services.probing import go_on
from calendars.services.troubles import SUBJECT
from core import clock
from core.locks import Locked, lock
from core.refused import Refused

MOST_LINKS = 3
LINKED = "calendar.linked"
CHANGED = "calendar.link_changed"
ENDED = "calendar.ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLink:
    """A calendar as the person found and chose it; the password in clear, empty where there is none."""

    kind: LinkKind
    address: str
    username: str
    password: str
    calendar: str
    calendar_name: str
    sends: bool
    takes_in: bool
    on_deleted: OnDeleted = OnDeleted.ASK
    acceptance: Acceptance = Acceptance.ASK


@transaction.atomic
def link_calendar(*, person_id: int, new: NewLink) -> CalendarLink:
    """Link one more calendar, and begin to fill it. Nobody else's server is asked here: `finding` has done that.

    Raises Refused: too many, linked already, another one sends already, or a kind that is not spoken here.
    """
    lock((Locked.PERSON, person_id))
    _refuse_unless_room(person_id, new)
    link = CalendarLink.objects.create(
        person_id=person_id,
        kind=new.kind.value,
        address=new.address,
        host=servers.host_of(new.calendar),
        username=new.username,
        sealed_password=calendar_seal().seal(new.password),
        calendar=new.calendar,
        calendar_name=new.calendar_name,
        sends=new.sends,
        takes_in=new.takes_in,
        on_deleted=new.on_deleted.value,
        acceptance=new.acceptance.value,
        created_at=clock.now(),
    )
    record(kind=LINKED, subject_kind=SUBJECT, subject_id=link.pk, after={**_facts(link), "kind": link.kind})
    _now_reached()
    if link.sends:
        defer_bring_up([link.pk])
    if link.takes_in:
        defer_read(link.pk)
    return link


@transaction.atomic
def change_link(*, link: CalendarLink, wanted: Mapping[str, Any]) -> CalendarLink:
    """Change `sends`, `takes_in`, `on_deleted` or `acceptance`; who stops sending has our events taken away there.

    Raises Refused where another one sends already.
    """
    lock((Locked.PERSON, link.person_id))
    link = CalendarLink.objects.select_for_update().get(pk=link.pk)
    if wanted.get("sends") and not link.sends:
        _refuse_if_another_sends(link.person_id)
    before = _facts(link)
    for name in ("sends", "takes_in", "on_deleted", "acceptance"):
        setattr(link, name, wanted.get(name, getattr(link, name)))
    changed = {name: value for name, value in _facts(link).items() if before[name] != value}
    if changed:
        link.sent_at = None if "sends" in changed else link.sent_at
        link.save(update_fields=["sends", "takes_in", "on_deleted", "acceptance", "sent_at"])
        record(
            kind=CHANGED,
            subject_kind=SUBJECT,
            subject_id=link.pk,
            before={name: before[name] for name in changed},
            after={"person": link.person_id, "link": link.pk, **changed},
        )
        _now_reached()
    if "takes_in" in changed:
        forget_read(link_ids=[link.pk])
    if "sends" in changed:
        defer_bring_up([link.pk])
    if "takes_in" in changed:
        forget_read(link_ids=[link.pk])
        if link.takes_in:
            defer_read(link.pk)
    return link


@transaction.atomic
def resume_link(*, link: CalendarLink, password: str | None) -> CalendarLink:
    """Go on with a paused link, with another password where one is given; everything is compared anew."""
    if password is not None:
        CalendarLink.objects.filter(pk=link.pk).update(sealed_password=calendar_seal().seal(password))
    go_on(link.pk)
    return CalendarLink.objects.get(pk=link.pk)


@transaction.atomic
def end_link(*, link: CalendarLink, keep: bool, because: str = "") -> None:
    """End a link. Our events there are taken away by and by, or stay (`keep`); the password is forgotten after that."""
    link = CalendarLink.objects.select_for_update().get(pk=link.pk)
    if link.ended_at is not None:
        return
    stays = keep or not SentEvent.objects.filter(link=link).exists()
    CalendarLink.objects.filter(pk=link.pk).update(
        ended_at=clock.now(),
        keeps_events=keep,
        sealed_password=None if stays else link.sealed_password,
        waiting=0,
        waiting_since=None,
        tries=0,
        try_at=None,
    )
    forget_read(link_ids=[link.pk])
    after = {"person": link.person_id, "link": link.pk, "keep": keep, **({"because": because} if because else {})}
    record(kind=ENDED, subject_kind=SUBJECT, subject_id=link.pk, after=after)
    forget_read(link_ids=[link.pk])
    _now_reached()
    if not stays:
        defer_clear_out(link.pk)


def end_links_of(*, person_ids: Collection[int], because: str) -> None:
    """End every link of these people, in the caller's transaction; what was written there stays."""
    for link in CalendarLink.objects.filter(person_id__in=person_ids, ended_at__isnull=True).order_by("pk"):
        end_link(link=link, keep=True, because=because)


def _refuse_unless_room(person_id: int, new: NewLink) -> None:
    if new.kind not in servers.possible_kinds():
        raise Refused(LinkRefusal.KIND_NOT_POSSIBLE)
    try:
        servers.insist_on_sense(new.address)
        servers.insist_on_sense(new.calendar)
    except servers.CalendarUnavailable as error:
        raise trouble_refused(error) from error
    live = CalendarLink.objects.filter(person_id=person_id, ended_at__isnull=True)
    if live.filter(calendar=new.calendar).exists():
        raise Refused(LinkRefusal.ALREADY_LINKED)
    if live.count() >= MOST_LINKS:
        raise Refused(LinkRefusal.TOO_MANY_LINKS, {"most": MOST_LINKS})
    if new.sends:
        _refuse_if_another_sends(person_id)


def _refuse_if_another_sends(person_id: int) -> None:
    if CalendarLink.objects.filter(person_id=person_id, sends=True, ended_at__isnull=True).exists():
        raise Refused(LinkRefusal.ANOTHER_SENDS)


def _facts(link: CalendarLink) -> dict[str, Any]:
    """A link as events show it: nothing of where it is, what it is called or how one gets in."""
    return {
        "person": link.person_id,
        "link": link.pk,
        "sends": link.sends,
        "takes_in": link.takes_in,
        "on_deleted": link.on_deleted,
        "acceptance": link.acceptance,
    }


def _now_reached() -> None:
    forget_reached()
