"""Identity providers, as the environment names them."""

import importlib.util
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from access.policies.federation import Match, Provider
from access.policies.ways import Way
from config.settings.environment import Environment

OIDC_LOGIN = "/accounts/oidc/login/"
SAML_LOGIN = "/accounts/saml/login/"
USUAL_NAME = "シングルサインオン"
_MATCHES = tuple(match.value for match in Match)
_APP = "allauth.socialaccount.providers"
_ROUND_TRIPS = "access.api.federation.middleware.RoundTripMiddleware"


@dataclass(frozen=True, slots=True)
class Federation:
    """What providers add to the settings: no app and no middleware where none is named."""

    providers: dict[Way, Provider]
    authorities: str | bool
    """What their certificates are checked against."""
    ways: list[dict[str, str]]
    """For the sign-in page: way, name and address."""
    apps: list[str]
    middleware: list[str]
    allauth: dict[str, dict[str, Any]]


def federation_settings(env: Environment, *, production: bool) -> Federation:
    """Identity providers of the settings, none, one of a kind or both."""
    strong = env.flag("KYOSEKI_FEDERATION_IS_STRONG")
    domains = tuple(env.words("KYOSEKI_FEDERATION_DOMAINS"))
    providers: dict[Way, Provider] = {}
    apps: dict[str, dict[str, Any]] = {}
    if env.given("KYOSEKI_OIDC_ISSUER"):
        providers[Way.OIDC] = Provider(
            way=Way.OIDC,
            name=env.text("KYOSEKI_OIDC_NAME", USUAL_NAME),
            claim=env.text("KYOSEKI_OIDC_CLAIM", "preferred_username"),
            match=Match(env.choice("KYOSEKI_OIDC_MATCH", _MATCHES, Match.USERNAME.value)),
            domains=domains,
            strong=strong,
        )
        apps["openid_connect"] = _oidc(env, production=production)
    if env.given("KYOSEKI_SAML_METADATA"):
        providers[Way.SAML] = Provider(
            way=Way.SAML,
            name=env.text("KYOSEKI_SAML_NAME", USUAL_NAME),
            claim=env.text("KYOSEKI_SAML_CLAIM", "uid"),
            match=Match(env.choice("KYOSEKI_SAML_MATCH", _MATCHES, Match.USERNAME.value)),
            domains=domains,
            strong=strong,
        )
        apps["saml"] = _saml(env, production=production)
    if apps:
        _require_packages(env, saml="saml" in apps)
    return Federation(
        providers=providers,
        authorities=_authorities(env),
        ways=[
            {"way": way.value, "name": provider.name, "address": OIDC_LOGIN if way is Way.OIDC else SAML_LOGIN}
            for way, provider in providers.items()
        ],
        apps=["allauth.account", "allauth.socialaccount", *(f"{_APP}.{name}" for name in apps)] if apps else [],
        middleware=[_ROUND_TRIPS, "allauth.account.middleware.AccountMiddleware"] if apps else [],
        allauth=apps,
    )


def _oidc(env: Environment, *, production: bool) -> dict[str, Any]:
    issuer = env.text("KYOSEKI_OIDC_ISSUER")
    env.require(
        _is_https(issuer) or (not production and urlsplit(issuer).scheme == "http"),
        f"KYOSEKI_OIDC_ISSUER is {issuer!r}; it has to be the https address of the provider.",
    )
    client = env.text("KYOSEKI_OIDC_CLIENT_ID")
    env.require(bool(client), "KYOSEKI_OIDC_ISSUER needs KYOSEKI_OIDC_CLIENT_ID.")
    env.require(env.given("KYOSEKI_OIDC_CLIENT_SECRET"), "KYOSEKI_OIDC_ISSUER needs KYOSEKI_OIDC_CLIENT_SECRET.")
    app = {
        "provider_id": "oidc",
        "name": env.text("KYOSEKI_OIDC_NAME"),
        "client_id": client,
        "secret": env.text("KYOSEKI_OIDC_CLIENT_SECRET"),
        "settings": {
            "server_url": issuer.rstrip("/"),
            "scope": ["openid", *(word for word in env.text("KYOSEKI_OIDC_SCOPES", "profile").split())],
            "oauth_pkce_enabled": True,
        },
    }
    return {"provider_class": "access.api.federation.oidc.OidcProvider", "APPS": [app]}


def _saml(env: Environment, *, production: bool) -> dict[str, Any]:
    metadata = env.text("KYOSEKI_SAML_METADATA")
    if "://" not in metadata:
        path = Path(metadata)
        env.require(path.is_file(), f"KYOSEKI_SAML_METADATA is {metadata!r}, and there is no such file.")
        metadata = path.resolve().as_uri()
    else:
        env.require(
            _is_https(metadata) or not production,
            f"KYOSEKI_SAML_METADATA is {metadata!r}; it has to be a file or an https address.",
        )
    advanced: dict[str, Any] = {"reject_idp_initiated_sso": True, "want_attribute_statement": False}
    key, certificate = env.text("KYOSEKI_SAML_KEY_FILE"), env.text("KYOSEKI_SAML_CERTIFICATE_FILE")
    env.require(bool(key) == bool(certificate), "KYOSEKI_SAML_KEY_FILE and KYOSEKI_SAML_CERTIFICATE_FILE go together.")
    if key and certificate:
        for name, path in (("KYOSEKI_SAML_KEY_FILE", Path(key)), ("KYOSEKI_SAML_CERTIFICATE_FILE", Path(certificate))):
            env.require(path.is_file(), f"{name} is {str(path)!r}, and there is no such file.")
        if Path(key).is_file() and Path(certificate).is_file():
            advanced |= {
                "private_key": Path(key).read_text("ascii"),
                "x509cert": Path(certificate).read_text("ascii"),
                "authn_request_signed": True,
            }
    app = {
        "provider_id": "saml",
        "name": env.text("KYOSEKI_SAML_NAME"),
        "client_id": "saml",
        "settings": {
            "idp": {
                "entity_id": env.text("KYOSEKI_SAML_IDP_ENTITY_ID") or None,
                "metadata_url": metadata,
                # A file is read again within a minute: a provider's new certificate needs no restart.
                "metadata_cache_timeout": 60 if metadata.startswith("file:") else 4 * 60 * 60,
            },
            "sp": {"entity_id": env.text("KYOSEKI_SAML_ENTITY_ID") or None},
            "advanced": advanced,
        },
    }
    return {"provider_class": "access.api.federation.saml.SamlProvider", "APPS": [app]}


def _require_packages(env: Environment, *, saml: bool) -> None:
    wanted = ("allauth", "jwt", *(("onelogin",) if saml else ()))
    there = all(importlib.util.find_spec(name) for name in wanted)
    env.require(there, "Signing in by an identity provider needs the packages of requirements/federation.txt.")


def _authorities(env: Environment) -> str | bool:
    """What certificates of providers are checked against: a file of ours, or what the machine trusts."""
    given = env.text("KYOSEKI_FEDERATION_CA_FILE")
    if given:
        env.require(Path(given).is_file(), f"KYOSEKI_FEDERATION_CA_FILE is {given!r}, and there is no such file.")
        return given
    machine: Mapping[str, str | None] = ssl.get_default_verify_paths()._asdict()
    return machine["cafile"] or machine["capath"] or True


def _is_https(address: str) -> bool:
    url = urlsplit(address)
    return url.scheme == "https" and bool(url.hostname)
