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
from notifications.policies.kinds import kinds_for
from notifications.selectors.acts import earlier_of_subject, told_with_the_whole
from notifications.selectors.choices import mail_choices
from notifications.selectors.facts import facts_for, facts_of, happened_in
from people.models import Account, Person
from people.selectors.finding import on_the_roll


def is_worth_a_notice(event: Event) -> bool:
    """Whether the table of kinds makes anything of the event; asks nothing but the event."""
    return next(kinds_for(happened_in(event)), None) is not None


def write_notices(event: Event) -> None:
    """Tell everybody whom the event concerns, each once however often it is delivered."""
    happened = happened_in(event)
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
    hearers = {pk for pk in kind.hears(happened) if pk not in told and kind.among(happened, pk)}
    if not kind.tells_actor and event.actor_id is not None:
        hearers -= set(Account.objects.filter(pk=event.actor_id).values_list("person_id", flat=True))
    hearers -= told_with_the_whole(event, kind.part_of)
    return list(on_the_roll(clock.today()).filter(pk__in=hearers, account__isnull=False).order_by("pk"))


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
