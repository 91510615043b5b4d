"""Whoever looks at the past of a section leaves a trace."""

import pytest

from audit.selectors import events_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


@pytest.mark.parametrize("as_file", [False, True])
def test_a_manager_who_looks_at_the_past_of_others_is_recorded(
    hall, as_person, week_of, export_of, monday_morning, as_file
):
    monday_morning.shift(24 * 3600)
    for viewer in ("kudo", "yamada"):
        client = as_person(viewer)
        assert (export_of(client) if as_file else week_of(client)).status_code == 200
    event = events_of("department", hall.departments["030202"].pk).get()
    assert (event.kind, event.actor_name) == ("department.past_viewed", "山田 葵")
    assert event.after == {
        "from": "2026-11-30",
        "to": "2026-12-01",
        "people": sorted([hall.person("agatsuma"), hall.person("kudo")]),
    }


def test_a_screen_that_asks_again_leaves_one_trace_a_day(hall, as_person, week_of, monday_morning):
    monday_morning.shift(24 * 3600)
    looks = events_of("department", hall.departments["030202"].pk)
    client = as_person("yamada")
    for _ in range(2):
        assert week_of(client).status_code == 200
    assert looks.count() == 1
    assert week_of(client, first="2026-11-30", last="2026-11-30").status_code == 200
    assert looks.count() == 2
    monday_morning.shift(24 * 3600)
    assert week_of(as_person("yamada")).status_code == 200
    assert looks.count() == 3
