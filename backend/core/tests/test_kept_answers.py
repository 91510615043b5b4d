from datetime import timedelta

import pytest

from core import clock
from core.idempotency import KEPT_HOURS
from core.models import KeptAnswer
from core.tasks import forget_answers_kept_long_enough


@pytest.mark.django_db
def test_kept_answers_are_forgotten_when_their_time_is_over():
    for key, minutes in (("older", 1), ("younger", -1)):
        kept = KeptAnswer.objects.create(account_id=1, key=key, request_digest="")
        made_at = clock.now() - timedelta(hours=KEPT_HOURS, minutes=minutes)
        KeptAnswer.objects.filter(pk=kept.pk).update(created_at=made_at)

    forget_answers_kept_long_enough(timestamp=0)

    assert list(KeptAnswer.objects.values_list("key", flat=True)) == ["younger"]
