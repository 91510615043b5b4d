"""Whose account a provider's answer opens, and what its token has to be; the whole way is in tests/integration."""

import json
import time
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from django.core.management import CommandError, call_command

from access.api.federation.ending import own_address
from access.api.federation.id_token import BadToken, claims_of
from access.models import ExternalIdentity
from access.policies.federation import Identity, Match, Provider, named_by, only_value
from access.policies.ways import Way
from access.services.entering import SignInFailed
from access.services.federation import enter_by_identity
from audit.models import Event
from tests.factories.hall import Hall

ISSUER = "https://idp.city.example"
BY_NAME = Provider(Way.OIDC, "職員ポータル", "preferred_username", Match.USERNAME)
BY_NUMBER = Provider(Way.SAML, "職員ポータル", "number", Match.NUMBER)


@pytest.mark.parametrize(
    ("claimed", "name"),
    [
        ("S011026", "s011026"),
        (" s011026@City.example ", "s011026"),
        ("s011026@elsewhere.example", None),
        ("@city.example", None),
        ("a@b@city.example", None),
        ("", None),
        (None, None),
    ],
)
def test_a_claim_names_somebody_of_our_domains(claimed: str | None, name: str | None):
    assert named_by(claimed, domains=("city.example",)) == name


def test_a_claim_with_two_values_names_nobody():
    claims = {"one": ["s1"], "two": ["s1", "s2"], "number": 11026, "flag": True, "thing": {"a": 1}}
    assert {name: only_value(claims, name) for name in (*claims, "none")} == {
        "one": "s1", "two": None, "number": "11026", "flag": None, "thing": None, "none": None,
    }  # fmt: skip


def test_the_staff_number_can_be_the_claim(hall: Hall):
    identity = Identity(ISSUER, "subject", hall.people["kudo"].number)
    assert enter_by_identity(provider=BY_NUMBER, identity=identity).account == hall.account("kudo")
    with pytest.raises(SignInFailed):
        enter_by_identity(provider=BY_NUMBER, identity=Identity(ISSUER, "another", "kudo"))


def test_the_same_subject_of_another_issuer_is_somebody_else(hall: Hall):
    enter_by_identity(provider=BY_NAME, identity=Identity(ISSUER, "subject", "kudo"))
    with pytest.raises(SignInFailed):
        enter_by_identity(provider=BY_NAME, identity=Identity("https://other.example", "subject", None))


def test_forgetting_binds_anew(hall: Hall, capsys: pytest.CaptureFixture[str]):
    enter_by_identity(provider=BY_NAME, identity=Identity(ISSUER, "old", "kudo"))
    call_command("forget_identity", "Kudo")
    assert capsys.readouterr().out == "1 forgotten.\n"
    enter_by_identity(provider=BY_NAME, identity=Identity(ISSUER, "new", "kudo"))
    assert ExternalIdentity.objects.get().subject == "new"
    kinds = Event.objects.filter(kind__startswith="account.ident").order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["account.identity_bound", "account.identities_forgotten", "account.identity_bound"]
    with pytest.raises(CommandError):
        call_command("forget_identity", "nobody")


@pytest.mark.parametrize(
    ("wanted", "to"),
    [
        ("/plan?week=2026-11-30", "/plan?week=2026-11-30"),
        (None, "/"),
        ("plan", "/"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example", "/"),
        ("/accounts/oidc/login/", "/"),
        ("/sign-in?refused=x", "/"),
    ],
)
def test_the_way_ends_on_a_screen_of_ours(wanted: str | None, to: str):
    assert own_address(wanted) == to


class TestToken:
    """A token of a provider with one key, asked by `kyoseki` with the nonce `n`."""

    key = rsa.generate_private_key(65537, 2048)

    def keys(self) -> dict[str, Any]:
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [{**public, "kid": "one", "use": "sig"}]}

    def read(
        self, *, key: Any = None, alg: str = "RS256", headers: dict[str, str] | None = None, **changed: Any
    ) -> Any:
        now = int(time.time())
        claims = {"iss": ISSUER, "aud": "kyoseki", "sub": "one", "iat": now, "exp": now + 60, "nonce": "n", **changed}
        given = {name: value for name, value in claims.items() if value is not None}
        token = jwt.encode(given, key or self.key, alg, headers=headers or {"kid": "one"})
        return claims_of(token, keys=self.keys(), issuer=ISSUER, client_id="kyoseki", nonce="n")

    def test_a_right_one_is_read(self):
        assert self.read()["sub"] == "one"
        assert self.read(alg="PS256")["sub"] == "one"
        assert self.read(aud=["kyoseki", "b"], azp="kyoseki")["sub"] == "one"

    @pytest.mark.parametrize(
        "changed",
        [
            {"exp": 1}, {"exp": None}, {"iat": None}, {"iat": 9_999_999_999}, {"iss": "https://idp.example"},
            {"aud": "b"}, {"aud": ["kyoseki", "b"]}, {"azp": "b"}, {"nonce": "m"}, {"nonce": None}, {"sub": None},
            {"sub": ""}, {"headers": {"kid": "two"}},
        ],
    )  # fmt: skip
    def test_a_wrong_one_is_not(self, changed: dict[str, Any]):
        with pytest.raises(BadToken):
            self.read(**changed)

    def test_no_other_key_and_no_shared_secret_signs(self):
        with pytest.raises(BadToken):
            self.read(key=rsa.generate_private_key(65537, 2048))
        with pytest.raises(BadToken):
            self.read(key="a secret that everybody may know, long enough", alg="HS256")
        unsigned = jwt.encode({"sub": "one"}, "", "none", headers={"kid": "one"})
        with pytest.raises(BadToken):
            claims_of(unsigned, keys=self.keys(), issuer=ISSUER, client_id="kyoseki", nonce="n")
        with pytest.raises(BadToken):
            claims_of("nothing", keys={}, issuer=ISSUER, client_id="kyoseki", nonce="n")
