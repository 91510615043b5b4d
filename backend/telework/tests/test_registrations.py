"""A registration over HTTP: written, submitted, decided, read by whom it is for; ended and pointed out by the clock."""

import json
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.db import connection

from audit.models import Event
from core.refused import Refused
from core.revision import revisions
from people.models import Delegation, Department, Post
from people.policies.standing_in import Period
from people.services.delegations import give_delegation
from telework.models import Registration
from telework.policies.states import RegistrationAction
from telework.selectors.registrations import may_telework, telework_facts
from telework.selectors.registrations_seen import waiting_for
from telework.services.registration_endings import expire_registrations, remind_of_endings
from telework.services.registrations import Written, decide_registration, register
from telework.services.rules import set_department_rules, set_rules_for_everyone
from tests.factories.hall import add_person, city_time
from tests.fixtures.cast import MONDAY

REGISTRATIONS = "/api/v1/telework/registrations/"
SECRETS = ("介護先のまち", "090-1111-2222", "care")
FORM = {
    "fiscal_year": 2026,
    "reason_class": "care",
    "place_kind": "relatives_home",
    "place": "介護先のまち 1-2-3",
    "contact": "090-1111-2222",
    "terminal": "virtual",
    "trained_on": "2026-05-11",
    "pledged": True,
}
WRITTEN = Written("none", "own_home", "", "090-1111-2222", "own_office", date(2026, 5, 11), True)

today_is_monday = pytest.mark.usefixtures("monday_morning")


@pytest.fixture
def submitted(hall):
    """我妻's registration, submitted."""

    def one(name="agatsuma", year=2026):
        return register(person_id=hall.person(name), fiscal_year=year, written=WRITTEN, submit=True)

    return one


@pytest.fixture
def approved(hall, submitted):
    def one(name="agatsuma", year=2026):
        row = submitted(name, year)
        return decide_registration(
            registration_id=row.pk, action=RegistrationAction.APPROVE, decider_id=hall.person("yamada")
        )

    return one


def why_not(person_id, day):
    """The code of why that person may not telework on a day."""
    refused = may_telework(person_id, day, revisions())
    return refused and refused.code


def post(client, row_id, action, **body):
    return client.post(f"{REGISTRATIONS}{row_id}/{action}/", body, format="json")


@pytest.mark.django_db
@today_is_monday
class TestTheWay:
    def test_written_returned_mended_approved_and_revoked(self, hall, as_person):
        person, manager = as_person("agatsuma"), as_person("yamada")
        mine = person.get(f"{REGISTRATIONS}me/").json()
        assert (mine["registration"], mine["may_telework"], mine["why_not"]["code"]) == (None, False, "not_registered")
        assert [one["id"] for one in mine["deciders"]] == [hall.person("yamada")]
        assert (mine["fiscal_year"], mine["valid_to"], mine["next_open"]) == (2026, "2027-03-31", False)

        draft = person.post(REGISTRATIONS, {"fiscal_year": 2026}, format="json")
        assert draft.status_code == 201
        first = draft.json()
        assert (first["state"], first["may"]) == ("draft", ["edit", "submit"])
        assert [one["code"] for one in first["missing"]] == ["contact_needed", "training_needed", "pledge_needed"]
        refused = post(person, first["id"], "submit")
        assert (refused.status_code, refused.json()["code"]) == (409, "contact_needed")
        assert refused.json()["missing"] == ["contact_needed", "training_needed", "pledge_needed"]
        assert manager.get(f"{REGISTRATIONS}{first['id']}/").status_code == 404

        changed = {name: value for name, value in FORM.items() if name != "fiscal_year"}
        sent = person.patch(f"{REGISTRATIONS}{first['id']}/", {**changed, "submit": True}, format="json").json()
        assert (sent["state"], sent["may"], sent["missing"]) == ("submitted", ["withdraw"], [])
        (waiting,) = manager.get(REGISTRATIONS).json()["results"]
        assert (waiting["id"], waiting["decides_as"], waiting["place"]) == (first["id"], "manager", FORM["place"])
        assert waiting["may"] == ["approve", "return", "reject"]

        silent = post(manager, first["id"], "return")
        assert (silent.status_code, silent.json()["code"]) == (409, "comment_needed")
        back = post(manager, first["id"], "return", comment="連絡先をもう一つ", version=waiting["version"]).json()
        assert (back["state"], back["comment"], back["decided_by"]["id"]) == (
            "returned",
            "連絡先をもう一つ",
            hall.person("yamada"),
        )
        stale = post(manager, first["id"], "approve", version=waiting["version"])
        assert (stale.status_code, stale.json()["code"], stale.json()["state"]) == (409, "wrong_state", "returned")

        again = person.patch(f"{REGISTRATIONS}{first['id']}/", {**changed, "submit": True}, format="json").json()
        assert (again["state"], again["comment"]) == ("submitted", "")
        late = post(manager, first["id"], "approve", version=waiting["version"])
        assert (late.json()["code"], late.json()["version"]) == ("telework_changed", again["version"])
        done = post(manager, first["id"], "approve", version=again["version"]).json()
        assert (done["state"], done["valid_from"], done["valid_to"]) == ("approved", "2026-11-30", "2027-03-31")
        assert person.get(f"{REGISTRATIONS}me/").json()["may_telework"] is True
        assert manager.get(REGISTRATIONS).json()["results"] == []

        gone = post(manager, first["id"], "revoke", comment="端末の紛失").json()
        assert (gone["state"], gone["may"]) == ("revoked", [])
        assert person.get(f"{REGISTRATIONS}me/").json()["why_not"]["code"] == "not_registered"

    def test_taken_back_it_is_a_draft_that_nobody_decides_about(self, hall, as_person, submitted):
        row = submitted()
        assert post(as_person("kudo"), row.pk, "withdraw").status_code == 404
        theirs = post(as_person("yamada"), row.pk, "withdraw").json()
        assert theirs["code"] == "only_oneself"
        stale = post(as_person("agatsuma"), row.pk, "withdraw", version=row.version + 1).json()
        assert stale["code"] == "telework_changed"
        back = post(as_person("agatsuma"), row.pk, "withdraw", version=row.version).json()
        assert (back["state"], back["submitted_at"], back["may"]) == ("draft", None, ["edit", "submit"])
        assert post(as_person("yamada"), row.pk, "approve").status_code == 404
        assert list(waiting_for(hall.person("yamada"), MONDAY, revisions())) == []
        assert post(as_person("agatsuma"), row.pk, "submit").json()["state"] == "submitted"

    def test_one_of_a_year_and_another_after_it_ended(self, as_person, submitted, hall):
        row = submitted()
        again = as_person("agatsuma").post(REGISTRATIONS, FORM, format="json")
        assert (again.status_code, again.json()["code"], again.json()["id"]) == (409, "already_registered", row.pk)
        post(as_person("yamada"), row.pk, "reject", comment="対象外の業務")
        new = as_person("agatsuma").post(REGISTRATIONS, {**FORM, "submit": True}, format="json")
        assert new.json()["state"] == "submitted"
        assert as_person("agatsuma").get(f"{REGISTRATIONS}me/").json()["registration"]["id"] == new.json()["id"]

    def test_sent_twice_it_is_written_once(self, as_person):
        person = as_person("agatsuma")
        answers = [
            person.post(REGISTRATIONS, FORM, format="json", HTTP_IDEMPOTENCY_KEY="once").json()["id"] for _ in range(2)
        ]
        assert answers[0] == answers[1]

    @pytest.mark.parametrize(
        "wrong",
        [
            {"fiscal_year": "x"},
            {"fiscal_year": 99999},
            {"fiscal_year": 2026, "reason_class": "holiday"},
            {"fiscal_year": 2026, "place": "あ" * 201},
            {"fiscal_year": 2026, "trained_on": "5/11"},
        ],
    )
    def test_bad_input_is_400_with_its_field(self, as_person, wrong):
        answer = as_person("agatsuma").post(REGISTRATIONS, wrong, format="json")
        assert (answer.status_code, list(answer.json()["fields"])) == (400, [list(wrong)[-1]])

    def test_a_year_that_is_not_open_says_from_when(self, as_person):
        answer = as_person("agatsuma").post(REGISTRATIONS, {**FORM, "fiscal_year": 2027}, format="json").json()
        assert (answer["code"], answer["allowed_from"]) == ("year_not_open", "2027-02-01")


@pytest.mark.django_db
@today_is_monday
class TestWhoDecidesAndWhoReads:
    def test_only_the_person_the_deciders_and_hr_read_it(self, hall, as_person, submitted, client_of):
        row = submitted()
        hall.account("hoshi").__class__.objects.filter(pk=hall.account("hoshi").pk).update(roles=["hr"])
        answers = {name: as_person(name).get(f"{REGISTRATIONS}{row.pk}/").status_code for name in hall.people}
        assert answers == {"agatsuma": 200, "yamada": 200, "hoshi": 200, "kudo": 404, "sasaki": 404}
        assert [one["id"] for one in as_person("hoshi").get(f"{REGISTRATIONS}?whose=all").json()["results"]] == [row.pk]
        assert as_person("yamada").get(f"{REGISTRATIONS}?whose=all").status_code == 403
        assert [one["id"] for one in as_person("yamada").get(f"{REGISTRATIONS}?whose=section").json()["results"]] == [
            row.pk
        ]
        assert as_person("kudo").get(f"{REGISTRATIONS}?whose=section").json()["results"] == []
        refused = post(as_person("hoshi"), row.pk, "approve")
        assert (refused.status_code, refused.json()["code"]) == (409, "not_yours_to_decide")
        assert post(as_person("kudo"), row.pk, "approve").status_code == 404
        own = post(as_person("agatsuma"), row.pk, "approve").json()
        assert own["code"] == "own_request"

    def test_nothing_sensitive_is_in_the_events(self, hall, as_person):
        row = as_person("agatsuma").post(REGISTRATIONS, {**FORM, "submit": True}, format="json").json()
        post(as_person("yamada"), row["id"], "approve")
        events = Event.objects.filter(subject_kind="registration").order_by("pk")
        assert [one.kind for one in events] == [
            "registration.written",
            "registration.submitted",
            "registration.approved",
        ]
        said = json.dumps([[one.before, one.after] for one in events], ensure_ascii=False, default=str)
        assert not [word for word in SECRETS if word in said]
        submission, approval = events[1].after or {}, events[2].after or {}
        assert submission["approvers"] == [hall.person("yamada")]
        assert (approval["decided_as"], approval["fiscal_year"]) == ("manager", 2026)

    def test_a_delegate_decides_in_the_managers_place_but_not_about_the_own(self, hall, as_person, submitted):
        give_delegation(
            delegator_id=hall.person("yamada"),
            delegate_id=hall.person("kudo"),
            scope=Delegation.Scope.APPROVE,
            period=Period(MONDAY, MONDAY + timedelta(days=4)),
        )
        row, own = submitted(), submitted("kudo")
        (waiting,) = as_person("kudo").get(REGISTRATIONS).json()["results"]
        assert (waiting["id"], waiting["decides_as"]) == (row.pk, "delegate")
        assert waiting["in_place_of"]["id"] == hall.person("yamada")
        done = post(as_person("kudo"), row.pk, "approve").json()
        assert (done["decided_as"], done["decided_for"]["id"]) == ("delegate", hall.person("yamada"))
        assert Event.objects.get(kind="registration.approved").on_behalf_of_id == hall.person("yamada")
        assert post(as_person("kudo"), own.pk, "approve").json()["code"] == "own_request"

    def test_the_next_up_covers_after_two_working_days(self, hall, as_person, submitted, monday_morning):
        chief = add_person(hall, "kyokucho", "局 長", "03", manages=True)
        row = submitted()
        assert post(as_person("kyokucho"), row.pk, "approve").status_code == 404
        monday_morning.move_to(city_time(MONDAY + timedelta(days=3), "8:00"))
        assert list(waiting_for(chief.pk, MONDAY + timedelta(days=3), revisions())) == [row.pk]
        done = post(as_person("kyokucho"), row.pk, "approve").json()
        assert (done["decided_as"], done["decided_for"]["id"]) == ("cover", hall.person("yamada"))

    def test_whoever_decides_is_warned_of_counter_duty(self, hall, as_person, submitted):
        Department.objects.filter(code="030202").update(counter_duty=True)
        submitted()
        (waiting,) = as_person("yamada").get(REGISTRATIONS).json()["results"]
        assert [one["code"] for one in waiting["warnings"]] == ["counter_duty"]

    def test_pages(self, hall, as_person, submitted):
        rows = [submitted(name) for name in ("agatsuma", "kudo")]
        page = as_person("yamada").get(f"{REGISTRATIONS}?page_size=1").json()
        assert [one["id"] for one in page["results"]] == [rows[0].pk]
        after = as_person("yamada").get(f"{REGISTRATIONS}?page_size=1&cursor={page['next']}").json()
        assert ([one["id"] for one in after["results"]], after["next"]) == ([rows[1].pk], None)


@pytest.mark.django_db
@today_is_monday
class TestMayTelework:
    def test_it_follows_the_post_of_the_day_and_its_rules(self, hall, approved):
        approved()
        person = hall.person("agatsuma")
        assert may_telework(person, MONDAY, revisions()) is None
        Post.objects.filter(person_id=person).update(active_to=MONDAY)
        Post.objects.create(
            person_id=person,
            department=hall.departments["040301"],
            kind="main",
            active_from=MONDAY + timedelta(days=1),
        )
        set_department_rules(department=hall.departments["040301"], values={"excluded_classes": ["regular"]})
        facts = telework_facts(
            [person], first=MONDAY, last=MONDAY + timedelta(days=1), slow=revisions()
        )[person]  # fmt: skip
        assert facts.refused(MONDAY) is None
        tuesday = facts.refused(MONDAY + timedelta(days=1))
        assert tuesday is not None
        assert tuesday.code == "class_excluded"
        assert facts.reason_class(MONDAY) == "none"

    def test_a_department_may_be_stricter_or_laxer_than_the_city(self, hall):
        person = hall.person("agatsuma")
        set_rules_for_everyone(values={"registration_needed": True})
        assert why_not(person, MONDAY) == "not_registered"
        set_department_rules(department=hall.departments["030202"], values={"registration_needed": False})
        assert may_telework(person, MONDAY, revisions()) is None
        assert why_not(hall.person("sasaki"), MONDAY) == "not_registered"

    def test_many_people_cost_as_many_queries_as_one(self, hall, django_assert_num_queries):
        slow = revisions()
        people = [one.pk for one in hall.people.values()]
        telework_facts(people, first=MONDAY, last=MONDAY, slow=slow)[people[0]].refused(MONDAY)
        with django_assert_num_queries(3):
            facts = telework_facts(people, first=MONDAY, last=MONDAY + timedelta(days=30), slow=slow)
            refused = [facts[person].refused(MONDAY) for person in people]
        assert {one and one.code for one in refused} == {"not_registered"}


@pytest.mark.django_db
@today_is_monday
class TestTheEnd:
    def test_it_expires_once_after_31_march_and_the_days_before_stay_good(self, hall, approved, monday_morning):
        row = approved()
        monday_morning.move_to(city_time(date(2027, 3, 31), "23:00"))
        assert expire_registrations() == 0
        monday_morning.move_to(city_time(date(2027, 4, 1), "0:10"))
        assert (expire_registrations(), expire_registrations()) == (1, 0)
        assert Registration.objects.get(pk=row.pk).state == "expired"
        assert (Event.objects.get(kind="registration.expired").after or {})["person"] == hall.person("agatsuma")
        assert may_telework(hall.person("agatsuma"), date(2027, 3, 31), revisions()) is None
        assert why_not(hall.person("agatsuma"), date(2027, 4, 1)) == "not_registered"

    def test_reminded_at_thirty_and_seven_days_once_each_unless_renewed(self, hall, approved, monday_morning):
        approved()
        approved("kudo")
        told = []
        for day in (date(2027, 2, 28), date(2027, 3, 1), date(2027, 3, 2), date(2027, 3, 24), date(2027, 3, 25)):
            monday_morning.move_to(city_time(day, "3:00"))
            if day == date(2027, 3, 2):
                register(person_id=hall.person("kudo"), fiscal_year=2027, written=WRITTEN, submit=True)
            told.append((remind_of_endings(), remind_of_endings()))
        assert told == [(0, 0), (2, 0), (0, 0), (1, 0), (0, 0)]
        last = Event.objects.filter(kind="registration.expiring").latest("pk")
        told_last = last.after or {}
        assert (told_last["person"], told_last["days_before"]) == (hall.person("agatsuma"), 7)

    def test_renewed_from_february_on_it_holds_from_april(self, hall, approved, as_person, monday_morning):
        approved()
        monday_morning.move_to(city_time(date(2027, 2, 1), "9:00"))
        person = as_person("agatsuma")
        assert person.get(f"{REGISTRATIONS}me/").json()["next_open"] is True
        row = person.post(REGISTRATIONS, {**FORM, "fiscal_year": 2027, "submit": True}, format="json").json()
        done = post(as_person("yamada"), row["id"], "approve").json()
        assert (done["valid_from"], done["valid_to"]) == ("2027-04-01", "2028-03-31")
        mine = person.get(f"{REGISTRATIONS}me/").json()
        assert (mine["registration"]["fiscal_year"], mine["next"]["fiscal_year"]) == (2026, 2027)
        assert mine["may_telework"] is True

    def test_what_still_waits_when_its_year_ends_cannot_be_approved(self, as_person, submitted, monday_morning):
        row = submitted()
        monday_morning.move_to(city_time(date(2027, 4, 1), "9:00"))
        assert as_person("yamada").get(REGISTRATIONS).json()["results"] == []
        assert post(as_person("yamada"), row.pk, "approve").json()["code"] == "year_not_open"


def at_once(acts):
    """Every act in a thread with a connection of its own, all let go at once; what each came to."""
    start = threading.Barrier(len(acts))

    def run(act):
        try:
            start.wait(timeout=30)
            act()
        except Refused as refused:
            return str(refused.code)
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(max_workers=len(acts)) as pool:
        return Counter(pool.map(run, acts))


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
@today_is_monday
class TestRaces:
    def test_eight_registrations_at_once_are_one(self, hall):
        person = hall.person("agatsuma")
        done = at_once([lambda: register(person_id=person, fiscal_year=2026, written=WRITTEN, submit=True)] * 8)
        assert done == {"done": 1, "already_registered": 7}
        assert Registration.objects.count() == 1

    def test_of_an_approval_and_a_rejection_at_once_one_counts(self, hall):
        person, manager = hall.person("agatsuma"), hall.person("yamada")
        row = register(person_id=person, fiscal_year=2026, written=WRITTEN, submit=True)

        def decide(action):
            return lambda: decide_registration(
                registration_id=row.pk, action=action, decider_id=manager, comment="理由"
            )

        done = at_once([decide(RegistrationAction.APPROVE), decide(RegistrationAction.REJECT)] * 3)
        assert done == {"done": 1, "wrong_state": 5}

    def test_two_workers_point_an_end_out_once_and_end_it_once(self, hall, monday_morning):
        for name in ("agatsuma", "kudo"):
            row = register(person_id=hall.person(name), fiscal_year=2026, written=WRITTEN, submit=True)
            decide_registration(
                registration_id=row.pk, action=RegistrationAction.APPROVE, decider_id=hall.person("yamada")
            )
        monday_morning.move_to(city_time(date(2027, 3, 1), "3:00"))
        at_once([remind_of_endings] * 4)
        assert Event.objects.filter(kind="registration.expiring").count() == 2
        monday_morning.move_to(city_time(date(2027, 4, 1), "3:00"))
        at_once([expire_registrations] * 4)
        assert Event.objects.filter(kind="registration.expired").count() == 2
