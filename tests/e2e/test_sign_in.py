"""Coming in: a password, then a code, a code on paper or a passkey; and a passkey alone."""

import re
from collections.abc import Callable, Iterator

import pyotp
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.clock import time_there
from tests.e2e.looking import is_clean
from tests.e2e.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KEIKO = "s010328"
"""我妻 恵子 of the secretariat."""
NAOKI = "s010414"
"""我妻 直樹 of the personnel section, who reads English on his phone."""

Visits = Callable[..., Person]


@pytest.fixture
def visits(browser: Browser, hall_address: str) -> Iterator[Visits]:
    """`visits(KEIKO)` is Keiko at a browser of her own, not signed in, with a device that makes passkeys.

    Passkeys need a name for the site, and a name without TLS may only be localhost.
    """
    contexts = []

    def visit(username: str, *, width: int = 1280, language: str = "ja") -> Person:
        context = browser.new_context(
            base_url=hall_address.replace("127.0.0.1", "localhost"),
            viewport={"width": width, "height": 900 if width > 500 else 740},
            reduced_motion="reduce",
        )
        contexts.append(context)
        context.add_init_script(f"window.localStorage.setItem('kyoseki.language', '{language}')")
        page = context.new_page()
        device = context.new_cdp_session(page)
        device.send("WebAuthn.enable")
        device.send(
            "WebAuthn.addVirtualAuthenticator",
            {
                "options": {
                    "protocol": "ctap2",
                    "transport": "internal",
                    "hasResidentKey": True,
                    "hasUserVerification": True,
                    "isUserVerified": True,
                    "automaticPresenceSimulation": True,
                }
            },
        )
        page.goto("/sign-in")
        return Person(page, username)

    yield visit
    for context in contexts:
        context.close()


@pytest.fixture
def code_of(server_clock: dict[str, str]) -> Callable[..., str]:
    """`code_of(secret)` is what an authenticator shows now; `steps=1` what it will show in half a minute."""
    return lambda secret, steps=0: pyotp.TOTP(secret).at(int(time_there(server_clock).timestamp()) + 30 * steps)


def is_in(page: Page) -> None:
    expect(page).not_to_have_url(re.compile("sign-in"))


def gives_password(person: Person, *labels: str) -> None:
    username, password = labels or ("ユーザー名", "パスワード")
    person.page.get_by_label(username).fill(person.username)
    person.page.get_by_label(password).fill("kyoseki")
    person.page.get_by_label(password).press("Enter")


def test_keiko_sets_up_an_authenticator_and_is_asked_for_it(visits: Visits, code_of: Callable[..., str]) -> None:
    keiko = visits(KEIKO)
    page = keiko.page
    is_clean(page)
    gives_password(keiko)
    is_in(page)
    page.get_by_role("button", name=re.compile("自分のメニュー")).click()
    page.get_by_role("link", name="わたしのサインイン").click()
    page.get_by_role("button", name="認証アプリを設定する").press("Enter")
    expect(page.get_by_role("img", name=re.compile("QRコード"))).to_be_visible()
    is_clean(page)
    secret = page.get_by_role("dialog").locator(".select-all").inner_text().replace(" ", "")
    page.get_by_label("確認コード（6桁）").fill(code_of(secret))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="回復コード")).to_be_visible()
    papers = page.get_by_role("dialog").get_by_role("listitem").all_inner_texts()
    assert len(papers) == 10
    is_clean(page)
    keiko.presses("控えました")
    expect(page.get_by_text("残り10個")).to_be_visible()

    again = visits(KEIKO)
    page = again.page
    gives_password(again)
    expect(page.get_by_role("heading", name="2段階認証")).to_be_focused()
    is_clean(page)
    page.goto("/account")
    expect(page.get_by_role("heading", name="2段階認証")).to_be_visible()
    page.get_by_label("確認コード（6桁）").fill("000000")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("コードが違うか、もう使われています")
    expect(page.get_by_label("確認コード（6桁）")).to_have_value("000000")
    page.get_by_label("確認コード（6桁）").fill(code_of(secret, steps=1))
    again.presses("確認する")
    expect(page.get_by_role("heading", name="わたしのサインイン", level=1)).to_be_visible()

    lost = visits(KEIKO)
    gives_password(lost)
    lost.presses("回復コード")
    lost.page.get_by_label("回復コード").fill(papers[0].upper())
    lost.presses("確認する")
    is_in(lost.page)


def test_naoki_comes_in_by_a_passkey_on_his_phone_in_english(visits: Visits) -> None:
    naoki = visits(NAOKI, width=360, language="en")
    page = naoki.page
    is_clean(page)
    gives_password(naoki, "User name", "Password")
    is_in(page)
    naoki.speaks("en")
    page.goto("/account")
    naoki.presses("Add a passkey")
    page.get_by_label("Name of the passkey").fill("Phone")
    is_clean(page)
    naoki.presses("Register the passkey")
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    is_clean(page)
    naoki.presses("I have kept them")
    expect(page.get_by_text("Phone", exact=True)).to_be_visible()
    is_clean(page)

    page.context.clear_cookies()
    page.goto("/sign-in")
    gives_password(naoki, "User name", "Password")
    expect(page.get_by_text("Confirm that it is you with a passkey you registered.")).to_be_visible()
    is_clean(page)
    naoki.presses("Start again")
    naoki.presses("Sign in with a passkey")
    is_in(page)
    page.goto("/account")
    expect(page.get_by_text(re.compile("・ Passkey"))).to_be_visible()


def test_an_identity_provider_that_sends_somebody_back_says_why(visits: Visits) -> None:
    keiko = visits(KEIKO)
    for code, words in {
        "unknown_account": "ここにサインインできません",
        "provider_refused": "サインインが完了しませんでした",
        "provider_unavailable": "共通認証に接続できません",
    }.items():
        keiko.page.goto(f"/sign-in?refused={code}")
        expect(keiko.page.get_by_role("alert")).to_contain_text(words)
    is_clean(keiko.page)
