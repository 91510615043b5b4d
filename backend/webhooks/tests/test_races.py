"""Several workers at one webhook: each try is one post, and an event is one delivery."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from bookings.services.booking import book_desk
from webhooks.models import Delivery
from webhooks.services.making import make_deliveries
from webhooks.services.trying import send_due

pytestmark = [
    pytest.mark.race,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("monday_morning"),
]
WORKERS = 6


def at_once(act):
    start = threading.Barrier(WORKERS)

    def run(_number):
        try:
            start.wait(timeout=30)
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=WORKERS) as pool:
        return list(pool.map(run, range(WORKERS)))


def test_each_try_is_one_post_however_many_workers_send(hall, receiver, set_up, heard, between):
    webhook, _ = set_up()
    receiver.seconds = 0.05
    for name, desk in (("agatsuma", "06A-001"), ("kudo", "06A-002"), ("sasaki", "06B-001")):
        book_desk(person_id=hall.person(name), desk_id=hall.desk(desk), during=between("8:30", "12:00"))
        heard("booking.booked")
    tried = at_once(lambda: send_due(webhook.pk))
    assert sum(tried) == len(receiver.received) == 3
    assert set(Delivery.objects.values_list("state", "tries")) == {("delivered", 1)}


def test_an_event_that_several_workers_hear_is_one_delivery(hall, set_up, heard, between):
    set_up()
    book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "12:00"))
    event = heard("booking.booked")
    at_once(lambda: make_deliveries(event))
    assert Delivery.objects.count() == 1
