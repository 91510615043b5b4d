"""A person chooses which notices come by mail, and when."""

from collections.abc import Mapping

from django.conf import settings
from django.db import transaction

from audit.services import record
from core import clock
from notifications.models import MailChoice, Notice
from notifications.policies.groups import MailWhen, NoticeGroup, mail_due_at
from notifications.policies.kinds import KINDS
from notifications.selectors.choices import mail_choices_of

MAIL_CHOSEN = "person.mail_chosen"


@transaction.atomic
def choose_mail(*, person_id: int, wanted: Mapping[NoticeGroup, MailWhen]) -> Mapping[NoticeGroup, MailWhen]:
    """Set the choices named in `wanted`, for mails that wait to be sent too. Answers all of the person's choices."""
    before = mail_choices_of(person_id)
    changed = {group: mail for group, mail in wanted.items() if before[group] is not mail}
    for group, mail in changed.items():
        MailChoice.objects.update_or_create(person_id=person_id, group=group.value, defaults={"mail": mail.value})
        _let_waiting_mails_follow(person_id, group, mail)
    if changed:
        record(
            kind=MAIL_CHOSEN,
            subject_kind="person",
            subject_id=person_id,
            before={group.value: before[group].value for group in changed},
            after={group.value: mail.value for group, mail in changed.items()},
        )
    return {**before, **changed}


def _let_waiting_mails_follow(person_id: int, group: NoticeGroup, mail: MailWhen) -> None:
    kinds = [kind.name for kind in KINDS if kind.group is group and not (kind.urgent and mail is MailWhen.DAILY)]
    now = clock.now().astimezone(clock.city_zone())
    due = mail_due_at(mail, urgent=False, now=now, digest_hour=settings.MAIL_DIGEST_HOUR)
    waiting = Notice.objects.filter(person_id=person_id, kind__in=kinds, mail_due_at__isnull=False)
    waiting.filter(mail_claimed_at__isnull=True).update(mail_due_at=due, mail_in_digest=mail is MailWhen.DAILY)
