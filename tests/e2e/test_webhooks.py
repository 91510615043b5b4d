"""IT sets a webhook up at a real receiver, tries it, and sends again what went wrong."""

import json
import re
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from playwright.sync_api import expect

from integrations.webhooks.signing import signature
from tests.e2e.looking import is_clean
from tests.e2e.person import Person
from tests.e2e.waiting import until
from tests.fixtures.receiver import Receiver, listening

pytestmark = [pytest.mark.browser, pytest.mark.slow]

THE_PAGE_ASKS_SECONDS = 15


@pytest.fixture
def keeper(arrives_as: Callable[..., Person]) -> Callable[..., Person]:
    """`keeper(width=360)` is whoever looks after information systems, at a browser."""
    return partial(arrives_as, "it")


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with listening() as told:
        yield told


def test_a_webhook_is_set_up_by_keyboard_tried_and_hears_of_an_event(
    keeper: Callable[..., Person], receiver: Receiver
) -> None:
    who = keeper()
    page = who.page
    page.goto("/")
    page.get_by_role("link", name="外部連携", exact=True).click()
    expect(page.get_by_role("heading", name="Webhook", level=1)).to_be_focused()
    is_clean(page)
    page.get_by_role("button", name="Webhook を追加").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("名前", exact=True)).to_be_focused()
    page.keyboard.type("1階の座席表示")
    page.get_by_label("送信先").fill("https://elsewhere.example/")
    page.get_by_label("閉庁日の追加").press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_text("この送信先は許可されていません。")).to_be_visible()
    is_clean(page)
    page.get_by_label("送信先").fill(receiver.address)
    page.keyboard.press("Enter")
    secret = page.get_by_label("秘密", exact=True).input_value()
    assert secret.startswith("whsec_")
    is_clean(page)
    who.presses("控えました")
    expect(page.get_by_role("heading", name="1階の座席表示", level=1)).to_be_visible()
    expect(page.get_by_text("未送信")).to_be_visible()

    who.presses("テストを送る")
    expect(page.get_by_text("テストが届きました")).to_be_visible()
    (test,) = receiver.received
    moment = int(test.headers["Kyoseki-Signature"].split(",")[0].removeprefix("t="))
    assert test.headers["Kyoseki-Signature"] == signature([secret], timestamp=moment, body=test.body)

    made = who._asks("POST", "/closing-days/", {"day": "2098-01-06", "name": "点検"})
    deliveries = page.get_by_role("list", name="配信")
    row = deliveries.get_by_role("listitem").filter(has_text="閉庁日の追加")
    until(lambda: _is_delivered(who, "closing_day.set"))
    who.lets_pass(THE_PAGE_ASKS_SECONDS)
    expect(row).to_contain_text("配信済み")
    assert json.loads(receiver.received[1].body)["data"] == {"day": "2098-01-06"}
    row.get_by_role("button", name="内容").click()
    expect(row).to_contain_text('"kind": "closing_day.set"')
    is_clean(page)
    row.get_by_role("button", name="送り直す").click()
    expect(page.get_by_text("もう一度送ります。")).to_be_visible()
    who._asks("DELETE", f"/closing-days/{made['id']}/")
    who.presses("削除")
    who.presses("削除する")
    expect(page.get_by_role("link", name="1階の座席表示")).to_have_count(0)


def test_a_receiver_in_trouble_is_told_of_in_words_on_a_phone(
    keeper: Callable[..., Person], receiver: Receiver
) -> None:
    who = keeper(width=360, language="en")
    made = who._asks("POST", "/webhooks/", {"name": "Gates", "address": receiver.address, "kinds": ["booking.booked"]})
    receiver.answers, receiver.said = [500], b"out of order"
    page = who.page
    page.goto("/webhooks")
    page.get_by_role("link", name="Gates").click()
    who.presses("Send a test")
    expect(page.get_by_text("The test did not arrive (answer 500)")).to_be_visible()
    expect(page.get_by_text("out of order")).to_be_visible()
    expect(page.get_by_text("Failing", exact=True)).to_be_visible()
    is_clean(page)
    who.presses("Pause")
    expect(page.get_by_text("Paused", exact=True)).to_be_visible()
    who.undoes()
    expect(page.get_by_role("button", name="Pause", exact=True)).to_be_visible()
    who.presses("Renew the secret")
    who.presses("Renew it")
    expect(page.get_by_label("Secret", exact=True)).to_have_value(re.compile("^whsec_"))
    is_clean(page)
    who.presses("I have kept it")
    who._asks("DELETE", f"/webhooks/{made['webhook']['id']}/")


def test_how_calendars_do_is_counted_and_clean(keeper: Callable[..., Person]) -> None:
    page = keeper(width=360).page
    page.goto("/webhooks")
    page.get_by_role("link", name="カレンダー連携の状態").click()
    expect(page.get_by_role("heading", name="カレンダー連携の状態", level=1)).to_be_visible()
    expect(page.get_by_text("すべてのサーバーが答えています。")).to_be_visible()
    is_clean(page)


def _is_delivered(who: Person, kind: str) -> bool:
    deliveries = who._asks("GET", "/webhooks/deliveries/")["results"]
    return any((one["kind"], one["state"]) == (kind, "delivered") for one in deliveries)
