"""Real parallel connections: workers that send the same month's report at once."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from integrations.mail.memory import MemoryPost
from occupancy.models import ReportSubscription
from occupancy.services.building import build_day
from occupancy.services.monthly_reports import send_monthly_reports
from occupancy.services.subscribing import choose_reports
from occupancy.tests.days import FRIDAY, booked

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

WORKERS = 4


def test_a_report_leaves_once_however_many_workers_send_it(hall, time_machine):
    time_machine.move_to("2026-11-30T08:00:00+09:00", tick=False)
    booked(hall, "agatsuma", "06A-001", came="8:30")
    build_day(FRIDAY)
    account, person = hall.account("kudo"), hall.people["kudo"]
    account.roles, person.mail = ["facilities"], "kudo@city.example.jp"
    account.save()
    person.save()
    choose_reports(person_id=person.pk, everything=True, floors=[])
    time_machine.move_to("2026-12-07T06:17:00+09:00", tick=False)
    post, start = MemoryPost(), threading.Barrier(WORKERS)

    def send(_worker):
        try:
            start.wait(timeout=30)
            return send_monthly_reports(post)
        finally:
            connection.close()

    with ThreadPoolExecutor(WORKERS) as pool:
        assert sum(pool.map(send, range(WORKERS))) == 1
    assert len(post.letters) == 1
    assert str(ReportSubscription.objects.get().sent_for) == "2026-11-01"
