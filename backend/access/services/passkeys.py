"""Passkeys (WebAuthn): registered, and asked to sign. The work on the bytes is fido2's."""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from cryptography.exceptions import UnsupportedAlgorithm
from django.db import transaction
from fido2 import cbor
from fido2.cose import CoseKey
from fido2.server import Fido2Server
from fido2.utils import websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestedCredentialData,
    AuthenticationResponse,
    AuthenticatorTransport,
    PublicKeyCredentialDescriptor,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialType,
    PublicKeyCredentialUserEntity,
    RegistrationResponse,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from access.models import Passkey, SpentChallenge
from access.models.second_factor import ONE_ANSWER_PER_CHALLENGE
from access.passkey_challenge import CHALLENGE_MINUTES, Purpose, digest_of_challenge, is_ours, new_challenge
from access.policies.factor_refusals import FactorRefusal
from audit.services import record
from core import clock
from core.insert import insert_unless_conflict
from core.refused import Refused
from people.models import Account

MOST_PASSKEYS = 10
_SERVICE_NAME = "Kyoseki"
_LONGEST_NAME = 60
_KNOWN_TRANSPORTS = frozenset(transport.value for transport in AuthenticatorTransport)
# What reading bytes that are no answer of a passkey may raise.
_NO_ANSWER = (
    *(ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError, RecursionError),
    *(struct.error, UnsupportedAlgorithm),
)


@dataclass(frozen=True, slots=True)
class Site:
    """Where the browser believes to be: `host` without port, and `origin` as it writes it."""

    host: str
    origin: str


def registration_options(*, account: Account, site: Site, session_digest: str) -> dict[str, Any]:
    """What a browser's `navigator.credentials.create` is asked, as JSON.

    Raises Refused(TOO_MANY_PASSKEYS) when the account has ten.
    """
    known = list(Passkey.objects.filter(account=account))
    if len(known) >= MOST_PASSKEYS:
        raise Refused(FactorRefusal.TOO_MANY_PASSKEYS, {"most": MOST_PASSKEYS})
    shown_name = account.person.name if account.person else account.username
    options, _state = _server(site).register_begin(
        PublicKeyCredentialUserEntity(id=_handle_of(account.pk), name=account.username, display_name=shown_name),
        credentials=_descriptors(known),
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=UserVerificationRequirement.REQUIRED,
        challenge=new_challenge(purpose=Purpose.REGISTER, session_digest=session_digest, now=clock.now()),
    )
    return dict(options.public_key)


@transaction.atomic
def register_passkey(
    *, account: Account, name: str, answer: Mapping[str, Any], site: Site, session_digest: str
) -> Passkey:
    """Keep the passkey that answered `registration_options`.

    Raises Refused: WRONG_PASSKEY for an answer that is none of ours, PASSKEY_KNOWN, TOO_MANY_PASSKEYS.
    """
    Account.objects.select_for_update().get(pk=account.pk)
    if Passkey.objects.filter(account=account).count() >= MOST_PASSKEYS:
        raise Refused(FactorRefusal.TOO_MANY_PASSKEYS, {"most": MOST_PASSKEYS})
    try:
        challenge = RegistrationResponse.from_dict(answer).response.client_data.challenge
        state = _state_of(challenge, Purpose.REGISTER, session_digest)
        made = _server(site).register_complete(state, answer)
    except _NO_ANSWER as error:
        raise Refused(FactorRefusal.WRONG_PASSKEY) from error
    credential = made.credential_data
    if credential is None or not _spend(challenge):
        raise Refused(FactorRefusal.WRONG_PASSKEY)
    if Passkey.objects.filter(credential_id=credential.credential_id).exists():
        raise Refused(FactorRefusal.PASSKEY_KNOWN)
    passkey = Passkey.objects.create(
        account=account,
        credential_id=credential.credential_id,
        public_key=cbor.encode(dict(credential.public_key)),
        sign_count=made.counter,
        transports=_transports(answer),
        name=name.strip()[:_LONGEST_NAME],
        created_at=clock.now(),
    )
    record(
        kind="account.factor_added",
        subject_kind="account",
        subject_id=account.pk,
        after={"factor": "passkey", "name": passkey.name},
    )
    return passkey


def assertion_options(
    *, site: Site, purpose: Purpose, session_digest: str = "", account: Account | None = None
) -> dict[str, Any]:
    """What a browser's `navigator.credentials.get` is asked, as JSON.

    Without an account any passkey of this site may answer: the passkey says whose it is.
    """
    known = list(Passkey.objects.filter(account=account)) if account else []
    options, _state = _server(site).authenticate_begin(
        credentials=_descriptors(known) or None,
        user_verification=UserVerificationRequirement.REQUIRED,
        challenge=new_challenge(purpose=purpose, session_digest=session_digest, now=clock.now()),
    )
    return dict(options.public_key)


def passkey_that_signed(
    *, answer: Mapping[str, Any], site: Site, purpose: Purpose, session_digest: str = "", account: Account | None = None
) -> Passkey | None:
    """The passkey whose answer this is, used now; None when it is unknown, another account's, or the answer is wrong.

    An answer opens once. A passkey whose counter goes backwards has been copied, and opens nothing (WebAuthn, 6.1.1).
    """
    try:
        read = AuthenticationResponse.from_dict(answer)
        challenge, counter = read.response.client_data.challenge, read.response.authenticator_data.counter
        passkey = Passkey.objects.select_related("account__person").filter(credential_id=read.raw_id).first()
        if passkey is None or (account is not None and passkey.account_id != account.pk):
            return None
        if read.response.user_handle and read.response.user_handle != _handle_of(passkey.account_id):
            return None
        state = _state_of(challenge, purpose, session_digest)
        _server(site).authenticate_complete(state, [_credential(passkey)], answer)
    except _NO_ANSWER:
        return None
    with transaction.atomic():
        return passkey if _spend(challenge) and _count_use(passkey, counter) else None


def forget_spent_challenges() -> int:
    """Remove what is remembered of challenges whose time is over; answers how many."""
    over = clock.now() - timedelta(minutes=2 * CHALLENGE_MINUTES)
    return SpentChallenge.objects.filter(spent_at__lt=over).delete()[0]


def _count_use(passkey: Passkey, counter: int) -> bool:
    same = Passkey.objects.filter(pk=passkey.pk)
    # Both zero: this passkey does not count, as those do that are kept on several devices.
    earlier = same.filter(sign_count__lt=counter) if counter else same.filter(sign_count=0)
    return earlier.update(sign_count=counter, used_at=clock.now()) == 1


def _spend(challenge: bytes) -> bool:
    spent = SpentChallenge(digest=digest_of_challenge(challenge), spent_at=clock.now())
    return insert_unless_conflict(spent, ONE_ANSWER_PER_CHALLENGE)


def _state_of(challenge: bytes, purpose: Purpose, session_digest: str) -> dict[str, Any]:
    if not is_ours(challenge, purpose=purpose, session_digest=session_digest, now=clock.now()):
        raise ValueError("a challenge that is none of ours, or too old")
    return {"challenge": websafe_encode(challenge), "user_verification": UserVerificationRequirement.REQUIRED}


def _server(site: Site) -> Fido2Server:
    return Fido2Server(
        PublicKeyCredentialRpEntity(id=site.host, name=_SERVICE_NAME),
        verify_origin=lambda origin: origin == site.origin,
    )


def _descriptors(passkeys: Sequence[Passkey]) -> list[PublicKeyCredentialDescriptor]:
    return [
        PublicKeyCredentialDescriptor(
            type=PublicKeyCredentialType.PUBLIC_KEY,
            id=bytes(passkey.credential_id),
            transports=[AuthenticatorTransport(word) for word in passkey.transports],
        )
        for passkey in passkeys
    ]


def _credential(passkey: Passkey) -> AttestedCredentialData:
    key = cbor.decode(bytes(passkey.public_key))
    if not isinstance(key, dict):
        raise TypeError("what is stored is no key")
    return AttestedCredentialData.create(Aaguid.NONE, bytes(passkey.credential_id), CoseKey.parse(key))


def _transports(answer: Mapping[str, Any]) -> list[str]:
    said = answer.get("response", {}).get("transports") or []
    return sorted(_KNOWN_TRANSPORTS.intersection(word for word in said if isinstance(word, str)))


def _handle_of(account_id: int) -> bytes:
    return f"kyoseki:{account_id}".encode()
