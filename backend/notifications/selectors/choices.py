"""When people want their notices by mail."""

from collections.abc import Mapping, Sequence

from notifications.models import MailChoice
from notifications.policies.groups import USUAL_MAIL, MailWhen, NoticeGroup


def mail_choices(people: Sequence[int], group: NoticeGroup) -> Mapping[int, MailWhen]:
    """What each of these people wants for `group`; one query."""
    chosen = dict(MailChoice.objects.filter(person_id__in=people, group=group).values_list("person_id", "mail"))
    return {pk: MailWhen(chosen.get(pk, USUAL_MAIL[group])) for pk in people}


def mail_choices_of(person_id: int) -> Mapping[NoticeGroup, MailWhen]:
    """What the person wants for every group; one query."""
    chosen = dict(MailChoice.objects.filter(person_id=person_id).values_list("group", "mail"))
    return {group: MailWhen(chosen.get(group, usual)) for group, usual in USUAL_MAIL.items()}
