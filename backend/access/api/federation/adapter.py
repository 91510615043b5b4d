"""What django-allauth asks of the product it stands in."""

from typing import Any

import requests
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base.constants import AuthError
from django.conf import settings
from django.http import HttpRequest

from access.api.federation.ending import own_address, stayed_out
from access.policies.federation import Ended


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs up here, and nobody is sent to another site."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: only the directory makes accounts."""
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """Only screens of ours."""
        return bool(url) and own_address(url) == url


class ProviderAdapter(DefaultSocialAccountAdapter):
    """Providers are what the settings name, and every mistake ends on our own sign-in page."""

    def list_apps(
        self, request: HttpRequest | None, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """The providers of the settings, without a look at a table."""
        found = [
            SocialApp(provider=kind, **app)
            for kind, described in settings.SOCIALACCOUNT_PROVIDERS.items()
            for app in described["APPS"]
        ]
        return [
            app
            for app in found
            if provider in {None, app.provider, app.provider_id} and client_id in {None, app.client_id}
        ]

    def get_requests_session(self) -> requests.Session:
        """Asks the provider, whose certificate is checked against the authorities of the settings."""
        session: requests.Session = super().get_requests_session()
        session.verify = settings.FEDERATION_CA
        return session

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: object,
        error: str | None = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """End the flow: allauth's own page is none of ours."""
        unavailable = isinstance(exception, requests.ConnectionError | requests.Timeout)
        ended = Ended.PROVIDER_UNAVAILABLE if unavailable else Ended.PROVIDER_REFUSED
        why = "cancelled" if error == AuthError.CANCELLED else f"{type(exception).__name__}: {exception}"
        raise ImmediateHttpResponse(stayed_out(ended, why if exception or error == AuthError.CANCELLED else ""))
