"""SAML 2.0: the web browser profile, asked by redirect and answered by a posted form."""

from typing import Any, cast

import xmlsec
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.internal import statekit
from allauth.socialaccount.providers.saml import views
from allauth.socialaccount.providers.saml.provider import SAMLProvider
from allauth.socialaccount.providers.saml.utils import build_auth, build_saml_config, fetch_metadata_url_config
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST
from lxml import etree
from onelogin.saml2.auth import OneLogin_Saml2_Auth
from onelogin.saml2.constants import OneLogin_Saml2_Constants
from onelogin.saml2.errors import OneLogin_Saml2_Error, OneLogin_Saml2_ValidationError
from onelogin.saml2.settings import OneLogin_Saml2_Settings

from access.api.federation.ending import came_in, stayed_out
from access.policies.federation import Ended, Identity, only_value
from access.policies.ways import Way

_NOT_AN_ANSWER = (
    OneLogin_Saml2_Error,
    OneLogin_Saml2_ValidationError,
    etree.LxmlError,
    xmlsec.Error,
    KeyError,
    TypeError,
    ValueError,
)


class SamlProvider(SAMLProvider):
    """Ends the flow in our own door."""

    def sociallogin_from_response(self, request: HttpRequest, response: OneLogin_Saml2_Auth) -> None:
        """Answer whoever came back: see `came_in`. Never returns: allauth has tables for what would follow.

        `response` is checked by now, but not yet whether we asked: what was asked counts once, and an answer to
        nothing (IdP-initiated) not at all.
        """
        asked = response.get_last_response_in_response_to()
        state = statekit.unstash_state(request, provider_id=self.sub_id, state_id=asked) if asked else None
        if state is None:
            raise ImmediateHttpResponse(stayed_out(Ended.PROVIDER_REFUSED, "nobody had asked, or it was used already"))
        raise ImmediateHttpResponse(
            came_in(request, way=Way.SAML, identity=_identity(response), wanted=state.get("next"))
        )


def _identity(response: OneLogin_Saml2_Auth) -> Identity:
    subject = response.get_nameid() or None
    if response.get_nameid_format() == OneLogin_Saml2_Constants.NAMEID_TRANSIENT:
        subject = None  # another one each time, so there is nothing to bind
    wanted = settings.FEDERATION[Way.SAML].claim
    named = only_value({**response.get_friendlyname_attributes(), **response.get_attributes()}, wanted)
    issuer = response.get_settings().get_idp_data()["entityId"]
    return Identity(issuer, subject, response.get_nameid() if wanted == "NameID" else named)


@never_cache
@require_GET
def login(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """The way to the provider."""
    return _known(organization_slug) or cast("HttpResponse", views.login(request, organization_slug=organization_slug))


@csrf_exempt
@never_cache
@require_POST
def acs(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """The way back: a form posted from the provider's page, which our cookies do not come along with.

    Only what the provider has signed is kept for the second half of the way back.
    """
    if refused := _known(organization_slug):
        return refused
    try:
        answer = build_auth(request, _provider(organization_slug))
        answer.process_response(request_id=None)
        mistakes = answer.get_errors()
        why = answer.get_last_error_reason() or ", ".join(mistakes)
    except _NOT_AN_ANSWER as error:
        mistakes, why = ["no answer"], f"{type(error).__name__}: {error}"
    if mistakes:
        return stayed_out(Ended.PROVIDER_REFUSED, why)
    return cast("HttpResponse", views.acs(request, organization_slug=organization_slug))


@never_cache
@require_GET
def finish(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """The second half of the way back, with our cookies."""
    if refused := _known(organization_slug):
        return refused
    try:
        return cast("HttpResponse", views.finish_acs(request, organization_slug=organization_slug))
    except ImmediateHttpResponse as ended:
        return cast("HttpResponse", ended.response)
    except _NOT_AN_ANSWER as error:
        return stayed_out(Ended.PROVIDER_REFUSED, f"{type(error).__name__}: {error}")


@require_GET
def metadata(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """What the provider has to know of us. Signing out is ours alone, so it is not offered there."""
    if refused := _known(organization_slug):
        return refused
    described = build_saml_config(request, _provider(organization_slug).app.settings, organization_slug)
    described["sp"].pop("singleLogoutService")
    ours = OneLogin_Saml2_Settings(settings=described, sp_validation_only=True)
    return HttpResponse(ours.get_sp_metadata(), content_type="application/samlmetadata+xml")


def _provider(organization_slug: str) -> Any:
    return get_adapter().get_provider(None, provider="saml", client_id=organization_slug)


def _known(organization_slug: str) -> HttpResponse | None:
    """None when we have the provider's metadata, else the answer that says we do not."""
    try:
        fetch_metadata_url_config(_provider(organization_slug).app.settings["idp"])
    except Exception as error:  # noqa: BLE001 - the library raises nothing narrower for metadata that is none
        return stayed_out(Ended.PROVIDER_UNAVAILABLE, f"{type(error).__name__}: {error}")
    return None
