"""Events become notices."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings

from audit.models import Event
from core import clock
from notifications.models import Notice
from notifications.policies.groups import mail_due_at
from notifications.policies.happened import Happened
from notifications.policies.kind import NoticeKind
from notifications.policies.kinds import kinds_for, kinds_settled_by
from notifications.selectors.acts import earlier_of_requests, earlier_of_subject, told_with_the_whole
from notifications.selectors.choices import mail_choices
from notifications.selectors.facts import facts_for, facts_of, happened_in
from people.models import Account, Person
from people.selectors.finding import on_the_roll


def is_worth_a_notice(event: Event) -> bool:
    """Whether the table of kinds makes anything of the event; asks nothing but the event."""
    happened = happened_in(event)
    return next(kinds_for(happened), None) is not None or bool(kinds_settled_by(happened))


def write_notices(event: Event) -> None:
    """Tell everybody whom the event concerns, each once however often it is delivered."""
    happened = happened_in(event)
    for settled in kinds_settled_by(happened):
        _settle(settled, event)
    told: set[int] = set()
    for kind in kinds_for(happened):
        notices = list(_notices(kind, event, happened, told))
        told |= {notice.person_id for notice in notices}
        _plan_mail(kind, notices)
        _take_back(kind, event, notices)
        Notice.objects.bulk_create(notices, ignore_conflicts=True)


def _notices(kind: NoticeKind, event: Event, happened: Happened, told: set[int]) -> Iterator[Notice]:
    facts: dict[str, Any] | None = None
    for person in _hearers(kind, event, happened, told):
        if facts is None:
            facts = facts_of(kind.facts, happened, actor_name=event.actor_name if happened.acted else "")
        own = {**facts, **facts_for(person.pk, kind.facts, happened)}
        link = kind.link.format_map({name: value or "" for name, value in own.items()})
        yield Notice(person=person, kind=kind.name, event_id=event.pk, facts=own, link=link, created_at=clock.now())


def _hearers(kind: NoticeKind, event: Event, happened: Happened, told: set[int]) -> list[Person]:
    named = [*kind.hears(happened), *(_section(happened) if kind.to_section else ()), *_of_role(kind)]
    hearers = {pk for pk in named if pk not in told and kind.among(happened, pk)}
    if not kind.tells_actor and event.actor_id is not None:
        hearers -= set(Account.objects.filter(pk=event.actor_id).values_list("person_id", flat=True))
    hearers -= told_with_the_whole(event, kind.part_of)
    return list(on_the_roll(clock.today()).filter(pk__in=hearers, account__isnull=False).order_by("pk"))


def _section(happened: Happened) -> list[int]:
    department = happened.after.get("department")
    if not isinstance(department, int):
        return []
    members = on_the_roll(clock.today()).filter(department__lineage__contains=[department])
    return list(members.values_list("pk", flat=True))


def _of_role(kind: NoticeKind) -> list[int]:
    if kind.to_role is None:
        return []
    accounts = Account.objects.filter(is_active=True, roles__contains=[kind.to_role.value], person__isnull=False)
    return list(accounts.values_list("person_id", flat=True))


def _settle(kind: NoticeKind, event: Event) -> None:
    """What this kind asked for is done: its notices go, or are read where their mail has left already."""
    earlier = list(earlier_of_requests(event, kind.event))
    hearers = {pk for asked in earlier for pk in kind.hears(happened_in(asked))} | {*_of_role(kind)}
    unread = Notice.objects.filter(
        person_id__in=hearers, event_id__in=[asked.pk for asked in earlier], kind=kind.name, read_at__isnull=True
    )
    unread.filter(mail_claimed_at__isnull=True).delete()
    unread.update(read_at=clock.now())


def _take_back(kind: NoticeKind, event: Event, notices: list[Notice]) -> None:
    """Delete what this kind replaces, as far as nobody has seen it."""
    if kind.replaces and notices:
        earlier = list(earlier_of_subject(event, kind.replaces))
        unseen = Notice.objects.filter(event_id__in=earlier, read_at__isnull=True, mail_claimed_at__isnull=True)
        unseen.filter(person_id__in=[notice.person_id for notice in notices]).delete()


def _plan_mail(kind: NoticeKind, notices: list[Notice]) -> None:
    """Say of each notice when it is mailed, where this installation sends mail and the person has an address."""
    if not settings.MAIL or not notices:
        return
    choices = mail_choices([notice.person_id for notice in notices], kind.group)
    now = clock.now().astimezone(clock.city_zone())
    for notice in notices:
        if notice.person.mail:
            notice.mail_due_at = mail_due_at(
                choices[notice.person_id], urgent=kind.urgent, now=now, digest_hour=settings.MAIL_DIGEST_HOUR
            )
            notice.mail_in_digest = notice.mail_due_at is not None and notice.mail_due_at > now
