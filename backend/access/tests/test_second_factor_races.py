"""Whoever shows the same thing twice at once comes in once."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pyotp
import pytest
from django.db import connection

from access.models import Session
from access.passkey_challenge import Purpose
from access.policies.ways import Way
from access.selectors.second_factors import FactorHolder, has_second_factor, pending_sign_in
from access.services.authenticators import begin_authenticator
from access.services.factor_removal import remove_authenticator, remove_passkey
from access.services.passkeys import Site, assertion_options, register_passkey, registration_options
from access.services.second_factor import Said, add_authenticator, show_second_factor, sign_in_by_passkey
from access.services.sessions import open_session
from access.session_key import digest_of
from access.tests.soft_passkey import HOST, ORIGIN, SoftPasskey
from core import clock
from core.refused import Refused

pytestmark = [
    pytest.mark.race,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("monday_morning"),
]
SITE = Site(host=HOST, origin=ORIGIN)
AT_ONCE = 6


def outcomes(acts):
    """Run every act in a thread with a connection of its own, all let go at once; count what each came to."""
    start = threading.Barrier(len(acts))

    def run(act):
        try:
            start.wait(timeout=30)
            act()
        except Refused as refused:
            return str(refused.code)
        finally:
            connection.close()
        return "in"

    with ThreadPoolExecutor(len(acts)) as pool:
        return Counter(pool.map(run, acts))


@pytest.fixture
def misaki(hall):
    return hall.account("agatsuma")


@pytest.fixture
def holder(misaki):
    return FactorHolder(misaki, digest_of(open_session(account=misaki)), pending=False)


@pytest.fixture
def with_authenticator(misaki, holder, time_machine):
    """The app and the codes on paper; a minute has gone by since the first code."""
    app = pyotp.TOTP(begin_authenticator(account=misaki).secret)
    codes = add_authenticator(holder=holder, code=app.at(clock.now()))
    time_machine.move_to(clock.now().timestamp() + 60, tick=False)
    return app, codes


@pytest.fixture
def passkey(misaki, holder):
    made = SoftPasskey(counts=False)
    options = registration_options(account=misaki, site=SITE, session_digest=holder.session_digest)
    register_passkey(
        account=misaki, name="鍵", answer=made.made_for(options), site=SITE, session_digest=holder.session_digest
    )
    return made


def second_steps(account, said):
    """Sign-ins that wait side by side, each about to show the same."""

    def one():
        key = open_session(account=account, way=Way.PASSWORD, pending=True)
        waiting = pending_sign_in(key)
        assert waiting is not None
        return lambda: show_second_factor(holder=waiting, key=key, said=said, site=SITE)

    return [one() for _ in range(AT_ONCE)]


def test_one_code_used_at_once_opens_once(misaki, with_authenticator):
    app, _ = with_authenticator
    came = outcomes(second_steps(misaki, Said(code=app.at(clock.now()))))
    assert came == {"in": 1, "wrong_code": AT_ONCE - 1}
    assert Session.objects.filter(second_factor_at=clock.now()).count() == 1


def test_one_code_on_paper_used_at_once_opens_once(misaki, with_authenticator):
    _, codes = with_authenticator
    came = outcomes(second_steps(misaki, Said(recovery_code=codes[0])))
    assert came == {"in": 1, "wrong_code": AT_ONCE - 1}


def test_one_answer_of_a_passkey_sent_at_once_opens_once(misaki, passkey):
    signed = passkey.signs(assertion_options(site=SITE, purpose=Purpose.SIGN_IN))
    came = outcomes([lambda: sign_in_by_passkey(answer=signed, site=SITE, leaving=None)] * AT_ONCE)
    assert came == {"in": 1, "wrong_passkey": AT_ONCE - 1}


def test_one_sign_in_completed_twice_at_once_is_one_session(misaki, with_authenticator):
    _, codes = with_authenticator
    key = open_session(account=misaki, pending=True)
    waiting = pending_sign_in(key)
    assert waiting is not None
    came = outcomes(
        [
            lambda paper=paper: show_second_factor(holder=waiting, key=key, said=Said(recovery_code=paper), site=SITE)
            for paper in codes[:AT_ONCE]
        ]
    )
    assert came == {"in": 1, "second_factor_over": AT_ONCE - 1}


def test_of_two_factors_removed_at_once_the_last_stays_where_a_role_demands_one(
    misaki, with_authenticator, passkey, settings
):
    settings.SECOND_FACTOR_ROLES = frozenset({"it"})
    misaki.roles = ["it"]
    misaki.save()
    kept = misaki.passkeys.get().pk
    came = outcomes([lambda: remove_authenticator(account=misaki), lambda: remove_passkey(account=misaki, id=kept)])
    assert came == {"in": 1, "factor_demanded": 1}
    assert has_second_factor(misaki.pk)
