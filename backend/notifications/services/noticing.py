"""Events become notices."""

from django.conf import settings

from audit.models import Event
from core import clock
from notifications.models import Notice
from notifications.policies.groups import mail_due_at
from notifications.policies.kinds import NoticeKind, kind_for
from notifications.selectors.choices import mail_choices
from notifications.selectors.facts import facts_of, happened_in
from people.models import Account
from people.selectors.finding import on_the_roll


def is_worth_a_notice(event: Event) -> bool:
    """Whether the table of kinds makes anything of the event; asks nothing but the event."""
    return kind_for(happened_in(event)) is not None


def write_notices(event: Event) -> None:
    """Tell everybody whom the event concerns, each once however often it is delivered."""
    happened = happened_in(event)
    kind = kind_for(happened)
    if kind is None:
        return
    hearers = set(kind.hears(happened))
    if not kind.tells_actor:
        hearers.discard(_person_behind(event) or 0)
    people = list(on_the_roll(clock.today()).filter(pk__in=hearers))
    if not people:
        return
    facts = facts_of(kind.facts, happened, actor_name=event.actor_name if happened.acted else "")
    link = _link(kind, facts)
    choices = mail_choices([person.pk for person in people], kind.group)
    now = clock.now().astimezone(clock.city_zone())
    notices = [
        Notice(person=person, kind=kind.name, event_id=event.pk, facts=facts, link=link, created_at=now)
        for person in people
    ]
    for notice in notices:
        if settings.MAIL and notice.person.mail:
            notice.mail_due_at = mail_due_at(
                choices[notice.person_id], urgent=kind.urgent, now=now, digest_hour=settings.MAIL_DIGEST_HOUR
            )
            notice.mail_in_digest = notice.mail_due_at is not None and notice.mail_due_at > now
    Notice.objects.bulk_create(notices, ignore_conflicts=True)


def _person_behind(event: Event) -> int | None:
    if event.actor_id is None:
        return None
    return Account.objects.filter(pk=event.actor_id).values_list("person_id", flat=True).first()


def _link(kind: NoticeKind, facts: dict[str, object]) -> str:
    return kind.link.format_map({name: facts[name] or "" for name in kind.facts})
