"""OpenID Connect: the authorization code flow, with PKCE, a state and a nonce."""

from typing import Any, cast

import requests
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import get_random_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from access.api.federation.ending import came_in, stayed_out
from access.api.federation.id_token import BadToken, claims_of
from access.policies.federation import Ended, Identity, only_value
from access.policies.ways import Way

NONCE_LETTERS = 32


class OidcAdapter(OpenIDConnectOAuth2Adapter):
    """Ends the flow in our own door, after a stricter look at the answer than allauth's."""

    round_trip: dict[str, Any]

    @property
    def openid_config(self) -> dict[str, Any]:
        """What the provider says of itself; it has to be the issuer of the settings."""
        described: dict[str, Any] = super().openid_config
        issuer = self.get_provider().app.settings["server_url"]
        if str(described.get("issuer", "")).rstrip("/") != issuer:
            raise OAuth2Error(f"the provider calls itself {described.get('issuer')!r}")
        return described

    def complete_login(self, request: HttpRequest, app: SocialApp, token: SocialToken, **kwargs: Any) -> None:
        """Answer whoever came back: see `came_in`. Never returns: allauth has tables for what would follow."""
        described = self.openid_config
        claims = claims_of(
            str(kwargs["response"].get("id_token", "")),
            keys=self._keys(described["jwks_uri"]),
            issuer=described["issuer"],
            client_id=app.client_id,
            nonce=(self.round_trip.get("data") or {}).get("nonce") or get_random_string(NONCE_LETTERS),
        )
        identity = Identity(described["issuer"], claims["sub"], self._claimed(claims, token))
        raise ImmediateHttpResponse(
            came_in(request, way=Way.OIDC, identity=identity, wanted=self.round_trip.get("next"))
        )

    def _claimed(self, claims: dict[str, Any], token: SocialToken) -> str | None:
        wanted = settings.FEDERATION[Way.OIDC].claim
        if wanted not in claims and "userinfo_endpoint" in self.openid_config:
            more = self._fetch_user_info(token.token)
            if more.get("sub") != claims["sub"]:
                raise OAuth2Error("the provider tells of somebody else")
            claims = more
        return only_value(claims, wanted)

    def _keys(self, address: str) -> dict[str, Any]:
        with get_adapter().get_requests_session() as session:
            answer = session.get(address)
            answer.raise_for_status()
            return cast("dict[str, Any]", answer.json())


class OidcProvider(OpenIDConnectProvider):
    """Asks with a nonce, and for nothing that stands in the address of whoever was sent here."""

    oauth2_adapter_class = OidcAdapter

    def get_scope_from_request(self, request: HttpRequest) -> list[str]:
        """The scopes of the settings."""
        return list(self.get_scope())

    def get_auth_params_from_request(self, request: HttpRequest, action: str) -> dict[str, Any]:
        """None but our own."""
        return {}

    def redirect(
        self, request: HttpRequest, process: str, next_url: str | None = None, data: object = None, **kwargs: Any
    ) -> HttpResponse:
        """Send the browser to the provider."""
        nonce = get_random_string(NONCE_LETTERS)
        kwargs["auth_params"] = {"nonce": nonce}
        return cast("HttpResponse", super().redirect(request, "login", next_url, {"nonce": nonce}, **kwargs))


class _Callback(OAuth2CallbackView):
    def _get_state(self, request: HttpRequest, provider: OidcProvider) -> tuple[dict[str, Any] | None, Any]:
        state, answer = super()._get_state(request, provider)
        cast("OidcAdapter", self.adapter).round_trip = state or {}
        return state, answer


@never_cache
@require_GET
def login(request: HttpRequest, provider_id: str) -> HttpResponse:
    """The way to the provider."""
    return _answered(OAuth2LoginView, request, provider_id)


@never_cache
@require_GET
def callback(request: HttpRequest, provider_id: str) -> HttpResponse:
    """The way back."""
    return _answered(_Callback, request, provider_id)


def _answered(view: Any, request: HttpRequest, provider_id: str) -> HttpResponse:
    try:
        return cast("HttpResponse", view.adapter_view(OidcAdapter(request, provider_id))(request))
    except requests.RequestException as error:
        return stayed_out(Ended.PROVIDER_UNAVAILABLE, str(error))
    except (BadToken, OAuth2Error, KeyError, TypeError, ValueError) as error:
        return stayed_out(Ended.PROVIDER_REFUSED, f"{type(error).__name__}: {error}")
