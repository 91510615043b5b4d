"""Set and take away rules of booking; what was set before stays in the event log."""

from typing import Any

from django.db import IntegrityError, transaction
from django.forms.models import model_to_dict

from audit.services import record
from bookings.models import BookingRule
from bookings.policies.refusals import BookingRefusal
from core.refused import Refused
from core.revision import Slow, bump


@transaction.atomic
def set_rule(*, rule_id: int | None, values: dict[str, Any]) -> BookingRule:
    """Write a new row of rules, or change the one with `rule_id`.

    Raises BookingRule.DoesNotExist, or Refused (`rule_scope_taken`) where another row has the same scope.
    """
    rule = BookingRule() if rule_id is None else BookingRule.objects.select_for_update().get(pk=rule_id)
    before = None if rule_id is None else model_to_dict(rule)
    for name, value in values.items():
        setattr(rule, name, value)
    try:
        with transaction.atomic():
            rule.save()
    except IntegrityError as error:
        raise Refused(BookingRefusal.RULE_SCOPE_TAKEN) from error
    bump(Slow.RULES)
    after = model_to_dict(rule)
    record(kind="booking_rule.set", subject_kind="booking_rule", subject_id=rule.pk, before=before, after=after)
    return rule


@transaction.atomic
def remove_rule(*, rule_id: int) -> None:
    """Take a row of rules away. Raises BookingRule.DoesNotExist."""
    rule = BookingRule.objects.select_for_update().get(pk=rule_id)
    before = model_to_dict(rule)
    rule.delete()
    bump(Slow.RULES)
    record(kind="booking_rule.removed", subject_kind="booking_rule", subject_id=rule_id, before=before)
