"""Mail of notices: handed to a real server once, whatever happens on the way."""

from datetime import timedelta

import pytest
from django.db import transaction

from audit.models import Event
from audit.services import record
from core import clock
from integrations.mail.memory import MemoryPost
from integrations.mail.smtp import SmtpPost
from notifications.models import Notice
from notifications.policies.groups import MailWhen, NoticeGroup
from notifications.services.choosing import choose_mail
from notifications.services.forgetting import forget_old_notices
from notifications.services.mailing import send_due_mail
from notifications.services.noticing import write_notices
from tests.fixtures.cast import at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning", "mail_is_set")]


@pytest.fixture
def mail_is_set(settings):
    settings.MAIL = {"host": "127.0.0.1"}
    settings.ADDRESS = "https://kyoseki.city.example"


@pytest.fixture
def post(catcher):
    return SmtpPost("127.0.0.1", catcher.port, "none", "", "", "kyoseki@city.example")


def released(hall, name="agatsuma", desk="06A-001"):
    """A booking of the person was released, and the person was told."""
    with transaction.atomic():
        record(
            kind="booking.released",
            subject_kind="booking",
            subject_id=1,
            after={
                "person": hall.person(name),
                "desk": hall.desk(desk),
                "day": "2026-11-30",
                "start": at("8:30").isoformat(),
                "end": at("17:15").isoformat(),
            },
        )
    write_notices(Event.objects.latest("pk"))
    return Notice.objects.latest("pk")


def looked_at(hall, name="agatsuma"):
    """Somebody looked at the person's past, of which a mail a day is the usual."""
    with transaction.atomic():
        record(
            kind="person.past_viewed", subject_kind="person", subject_id=hall.person(name), after={"day": "2026-11-02"}
        )
    write_notices(Event.objects.latest("pk"))
    return Notice.objects.latest("pk")


def test_a_notice_is_mailed_once_in_the_persons_language(hall, catcher, post):
    hall.people["kudo"].language = "en"
    hall.people["kudo"].save()
    released(hall)
    released(hall, "kudo", "06A-002")
    assert send_due_mail(post) == 2
    assert send_due_mail(post) == 0
    japanese, english = catcher.letters
    assert (japanese["To"], japanese["Subject"]) == ("agatsuma@city.example.jp", "【今日の席】席の予約が解放されました")
    assert catcher.text_of(japanese) == (
        "我妻 美咲 様\n\n"
        "11月30日(月) 8:30〜17:15 の席 06A-001 は、チェックインがなかったため、ほかの人にゆずられました。\n\n"
        "くわしくは、次の画面をご覧ください。\n"
        "https://kyoseki.city.example/bookings\n\n"
        "--\n"
        "今日の席(Kyoseki)から自動で送っています。このメールには返信できません。\n"
        "メールの受け取り方は、次の画面で変えられます。\n"
        "https://kyoseki.city.example/notices?mail=true\n"
    )
    assert english["Subject"] == "[Kyoseki] A booking of yours was released"
    assert "Desk 06A-002 on Mon 30 Nov, 8:30–17:15, went to others" in catcher.text_of(english)


def test_nothing_is_lost_while_the_server_is_down(hall, catcher, post, monday_morning):
    released(hall)
    catcher.stop()
    assert send_due_mail(post) == 0
    monday_morning.shift(timedelta(hours=3))
    assert send_due_mail(post) == 0
    released(hall, "kudo", "06A-002")
    catcher.start()
    assert send_due_mail(post) == 2
    assert [letter["To"] for letter in catcher.letters] == ["agatsuma@city.example.jp", "kudo@city.example.jp"]


def approved_all(hall, names=("agatsuma", "kudo")):
    """A manager approved two days of each of these people in one act, and all were told."""
    ids = [hall.person(name) for name in names]
    with transaction.atomic():
        record(
            kind="telework.approved_many",
            subject_kind="telework_request",
            subject_id=1,
            after={"people": ids, "days": {str(pk): ["2026-12-01", "2026-12-03"] for pk in ids}, "requests": [1, 2]},
        )
    event = Event.objects.latest("pk")
    write_notices(event)
    write_notices(event)


def test_an_approval_of_many_outlives_an_hour_without_a_server_and_is_mailed_once_to_each(
    hall, catcher, post, monday_morning
):
    approved_all(hall)
    catcher.stop()
    for _ in range(6):
        assert send_due_mail(post) == 0
        monday_morning.shift(timedelta(minutes=10))
    catcher.start()
    assert send_due_mail(post) == 2
    assert send_due_mail(post) == 0
    assert sorted(letter["To"] for letter in catcher.letters) == ["agatsuma@city.example.jp", "kudo@city.example.jp"]
    (subject,) = {letter["Subject"] for letter in catcher.letters}
    assert subject == "【今日の席】テレワークの申請が承認されました"
    assert "12月1日(火)、12月3日(木) のテレワークを承認しました。" in catcher.text_of(catcher.letters[0])


def test_a_request_that_was_decided_before_the_days_mail_is_not_mailed(hall, catcher, post, monday_morning):
    choose_mail(person_id=hall.person("yamada"), wanted={NoticeGroup.APPROVALS: MailWhen.DAILY})
    asked = {"person": hall.person("agatsuma"), "day": "2026-12-01", "approvers": [hall.person("yamada")]}
    for request in (1, 2):
        with transaction.atomic():
            record(kind="telework.requested", subject_kind="telework_request", subject_id=request, after=asked)
        write_notices(Event.objects.latest("pk"))
    with transaction.atomic():
        record(kind="telework.withdrawn", subject_kind="telework_request", subject_id=1, after=asked)
    write_notices(Event.objects.latest("pk"))
    monday_morning.shift(timedelta(days=1))
    assert send_due_mail(post) == 1
    assert catcher.letters[0]["Subject"] == "【今日の席】承認を待つ申請があります"


def test_what_can_wait_comes_together_at_the_hour_of_the_digest(hall, catcher, post, monday_morning, settings):
    settings.MAIL_DIGEST_HOUR = 9
    looked_at(hall)
    read = looked_at(hall)
    looked_at(hall)
    Notice.objects.filter(pk=read.pk).update(read_at=clock.now())
    assert send_due_mail(post) == 0
    monday_morning.move_to(at("9:00"))
    assert send_due_mail(post) == 1
    (letter,) = catcher.letters
    assert letter["Subject"] == "【今日の席】まだ読んでいないお知らせがあります"
    assert catcher.text_of(letter).count("・") == 2
    monday_morning.shift(timedelta(days=1))
    assert send_due_mail(post) == 0


def test_who_wants_no_mail_gets_none_and_a_change_of_mind_reaches_what_waits(hall, catcher, post):
    misaki = hall.person("agatsuma")
    released(hall)
    choose_mail(person_id=misaki, wanted={NoticeGroup.BOOKINGS: MailWhen.NEVER})
    released(hall)
    looked_at(hall)
    assert send_due_mail(post) == 0
    choose_mail(person_id=misaki, wanted={NoticeGroup.PRIVACY: MailWhen.AT_ONCE})
    assert send_due_mail(post) == 1
    assert Event.objects.filter(kind="person.mail_chosen").count() == 2


def test_without_a_mail_server_nothing_is_kept_to_be_mailed_later(hall, settings):
    settings.MAIL = None
    assert released(hall).mail_due_at is None


def test_without_an_address_a_person_is_told_in_the_product_alone(hall):
    hall.people["agatsuma"].mail = ""
    hall.people["agatsuma"].save()
    assert released(hall).mail_due_at is None


def test_a_letter_that_may_have_left_is_not_sent_again(hall):
    notice = released(hall)
    other = released(hall, "kudo", "06A-002")
    post = MemoryPost(loses={"agatsuma@city.example.jp"})
    assert send_due_mail(post) == 0
    post.loses.clear()
    assert send_due_mail(post) == 1
    notice.refresh_from_db()
    other.refresh_from_db()
    assert (notice.mail_sent_at, other.mail_sent_at) == (None, clock.now())
    assert [letter.to for letter in post.letters] == ["kudo@city.example.jp"]


def test_a_process_that_dies_between_handing_over_and_noting_it_does_not_double(hall):
    released(hall)

    class Dies(MemoryPost):
        def send(self, letter):
            super().send(letter)
            raise KeyboardInterrupt

    post = Dies()
    with pytest.raises(KeyboardInterrupt):
        send_due_mail(post)
    assert send_due_mail(MemoryPost()) == 0
    assert len(post.letters) == 1


def test_a_deferred_letter_is_tried_again_ever_more_slowly_and_keeps_nobody_waiting(hall, monday_morning):
    notice = released(hall)
    released(hall, "kudo", "06A-002")
    post = MemoryPost(defers={"agatsuma@city.example.jp"})
    assert send_due_mail(post) == 1
    notice.refresh_from_db()
    assert (notice.mail_tries, notice.mail_due_at) == (1, clock.now() + timedelta(seconds=4))
    post.defers.clear()
    assert send_due_mail(post) == 0
    monday_morning.shift(timedelta(minutes=1))
    assert send_due_mail(post) == 1


def test_an_address_that_does_not_exist_is_tried_once(hall):
    released(hall)
    post = MemoryPost(refuses={"agatsuma@city.example.jp"})
    assert send_due_mail(post) == 0
    post.refuses.clear()
    assert send_due_mail(post) == 0


def test_a_notice_of_a_kind_that_is_no_more_is_not_mailed(hall):
    notice = released(hall)
    Notice.objects.filter(pk=notice.pk).update(kind="gone")
    assert send_due_mail(MemoryPost()) == 0


def test_forget_old_notices_deletes_what_is_past_its_time(hall, monday_morning, settings):
    settings.NOTICES_KEPT_DAYS = 30
    released(hall)
    monday_morning.shift(timedelta(days=20))
    kept = released(hall)
    monday_morning.shift(timedelta(days=11))
    assert forget_old_notices() == 1
    assert list(Notice.objects.all()) == [kept]
