"""What an identity provider needs to be named by."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.settings.environment import Environment
from config.settings.federation import Federation, federation_settings

ISSUER = "https://idp.city.example"


def configured(**values: str) -> Federation:
    env = Environment(values)
    federation = federation_settings(env, production=True)
    env.settle()
    return federation


def test_without_a_provider_nothing_is_added():
    federation = configured()
    assert (federation.ways, federation.apps, federation.middleware, federation.allauth) == ([], [], [], {})


def test_a_provider_is_named_by_the_environment():
    federation = configured(
        KYOSEKI_OIDC_ISSUER=f"{ISSUER}/",
        KYOSEKI_OIDC_CLIENT_ID="kyoseki",
        KYOSEKI_OIDC_CLIENT_SECRET="s",
        KYOSEKI_OIDC_NAME="職員ポータル",
        KYOSEKI_OIDC_SCOPES="profile employee",
    )
    assert federation.ways == [{"way": "oidc", "name": "職員ポータル", "address": "/accounts/oidc/login/"}]
    settings = federation.allauth["openid_connect"]["APPS"][0]["settings"]
    assert (settings["server_url"], settings["scope"]) == (ISSUER, ["openid", "profile", "employee"])


def test_every_mistake_is_named_at_once():
    with pytest.raises(ImproperlyConfigured) as refused:
        configured(
            KYOSEKI_OIDC_ISSUER="http://idp.city.example",
            KYOSEKI_OIDC_MATCH="mail",
            KYOSEKI_SAML_METADATA="/nowhere/idp.xml",
            KYOSEKI_SAML_KEY_FILE="/nowhere/key.pem",
            KYOSEKI_FEDERATION_CA_FILE="/nowhere/ca.pem",
        )
    names = ("OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_MATCH", "SAML_METADATA", "SAML_KEY_FILE",
             "FEDERATION_CA_FILE")  # fmt: skip
    assert [name for name in names if f"KYOSEKI_{name}" not in str(refused.value)] == []
