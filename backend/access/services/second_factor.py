"""The second step of signing in, signing in by a passkey alone, and showing anew who sits here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from access.models import Session
from access.passkey_challenge import Purpose
from access.policies.entering import Refusal
from access.policies.factor_proof import Proof
from access.policies.factor_refusals import FactorRefusal
from access.policies.throttle import ThrottlePolicy
from access.policies.ways import Way
from access.selectors.second_factors import FactorHolder, factors_of, proofs_of
from access.services.authenticators import code_fits, confirm_authenticator, first_code_fits
from access.services.entering import Entered, SignInFailed, complete, enter, note_refusal
from access.services.factor_tries import try_factor
from access.services.passkeys import Site, passkey_that_signed
from access.services.recovery_codes import recovery_code_fits, renew_recovery_codes
from access.services.signing_in import SignInThrottled
from access.services.throttle import Counted, count_try, take_back
from access.sign_in import password_fits
from audit.context import current_origin
from core import clock
from core.refused import Refused
from people.models import Account


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody shows: one of these."""

    code: str = ""
    recovery_code: str = ""
    password: str = ""
    passkey: Mapping[str, Any] | None = None


def show_second_factor(*, holder: FactorHolder, key: str, said: Said, site: Site) -> Entered:
    """Complete the pending sign-in of `key` with a code, a code on paper or a passkey.

    Raises Refused: WRONG_CODE or WRONG_PASSKEY, on record and counted; SECOND_FACTOR_OVER when the sign-in has
    waited too long or was completed already. Raises SignInThrottled after too many tries.
    """
    if not _try(holder, said, site, Purpose.SECOND_FACTOR):
        raise Refused(FactorRefusal.WRONG_PASSKEY if said.passkey is not None else FactorRefusal.WRONG_CODE)
    return complete_sign_in(key=key)


def complete_sign_in(*, key: str) -> Entered:
    """Open the session that waited. Raises Refused(SECOND_FACTOR_OVER) when it waits no more."""
    try:
        return complete(key=key)
    except SignInFailed as error:
        raise Refused(FactorRefusal.SECOND_FACTOR_OVER) from error


def sign_in_by_passkey(*, answer: Mapping[str, Any], site: Site, leaving: str | None) -> Entered:
    """Sign in whoever's passkey answered: it is two factors by itself, the device and what unlocks it.

    Raises Refused(WRONG_PASSKEY) whatever was wrong, also an account that may not enter, and SignInThrottled.
    """
    policy = ThrottlePolicy()
    counts = [Counted(f"passkeys from:{current_origin().source_address}", policy.address_failures)]
    wait = count_try(counts=counts, policy=policy, now=clock.now())
    if wait is not None:
        raise SignInThrottled(wait)
    passkey = passkey_that_signed(answer=answer, site=site, purpose=Purpose.SIGN_IN)
    if passkey is None:
        note_refusal(account=None, reason=Refusal.FACTOR, way=Way.PASSKEY)
        raise Refused(FactorRefusal.WRONG_PASSKEY)
    try:
        entered = enter(account=passkey.account, way=Way.PASSKEY, strong=True, leaving=leaving)
    except SignInFailed as error:
        raise Refused(FactorRefusal.WRONG_PASSKEY) from error
    take_back(counts=counts)
    return entered


def prove(*, holder: FactorHolder, said: Said, site: Site) -> None:
    """Note that whoever sits at a signed-in browser has just shown a factor, or, having none, the password.

    Raises Refused(PROOF_WRONG), counted and on record, and SignInThrottled.
    """
    if not _try(holder, said, site, Purpose.PROOF):
        raise Refused(FactorRefusal.PROOF_WRONG, {"proofs": [proof.value for proof in proofs_of(holder.account)]})
    Session.objects.filter(key_digest=holder.session_digest).update(proved_at=clock.now())


def add_authenticator(*, holder: FactorHolder, code: str) -> list[str]:
    """The app's first code: from now on it is asked for. Answers new codes on paper when it is the first factor.

    Raises Refused: WRONG_CODE, counted; NO_AUTHENTICATOR when none was begun. Raises SignInThrottled.
    """
    account = holder.account
    fits = try_factor(account=account, way=Way.PASSWORD, fits=lambda: first_code_fits(account=account, code=code))
    if not fits:
        raise Refused(FactorRefusal.WRONG_CODE)
    first = not factors_of(account.pk)
    confirm_authenticator(account=account)
    return factor_was_added(holder=holder, first=first)


def factor_was_added(*, holder: FactorHolder, first: bool) -> list[str]:
    """What follows a new factor: this session has shown it, and with the first one come codes on paper."""
    Session.objects.filter(key_digest=holder.session_digest).update(second_factor_at=clock.now())
    return renew_recovery_codes(account=holder.account) if first else []


def _try(holder: FactorHolder, said: Said, site: Site, purpose: Purpose) -> bool:
    account = holder.account
    return try_factor(account=account, way=_way_of(said), fits=lambda: _fits(account, holder, said, site, purpose))


def _fits(account: Account, holder: FactorHolder, said: Said, site: Site, purpose: Purpose) -> bool:
    if said.passkey is not None:
        signed = passkey_that_signed(
            answer=said.passkey, site=site, purpose=purpose, session_digest=holder.session_digest, account=account
        )
        return signed is not None
    if said.code:
        return code_fits(account=account, code=said.code)
    if said.recovery_code:
        return recovery_code_fits(account=account, code=said.recovery_code)
    return purpose is Purpose.PROOF and Proof.PASSWORD in proofs_of(account) and password_fits(account, said.password)


def _way_of(said: Said) -> Way:
    return Way.PASSKEY if said.passkey is not None else Way.PASSWORD
