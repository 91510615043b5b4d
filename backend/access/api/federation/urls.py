"""The addresses of the ways to identity providers and back; allauth's other pages have none.

The names are those by which allauth finds them.
"""

from importlib import import_module

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path

from access.policies.ways import Way


def _nowhere(request: HttpRequest, organization_slug: str) -> HttpResponse:
    raise Http404


urlpatterns: list[URLPattern] = []
if Way.OIDC in settings.FEDERATION:
    oidc = import_module("access.api.federation.oidc")
    urlpatterns += [
        path("oidc/login/", oidc.login, {"provider_id": "oidc"}, name="openid_connect_login"),
        path("oidc/callback/", oidc.callback, {"provider_id": "oidc"}, name="openid_connect_callback"),
    ]
if Way.SAML in settings.FEDERATION:
    saml = import_module("access.api.federation.saml")
    slug = {"organization_slug": "saml"}
    urlpatterns += [
        path("saml/login/", saml.login, slug, name="saml_login"),
        path("saml/acs/", saml.acs, slug, name="saml_acs"),
        path("saml/acs/finish/", saml.finish, slug, name="saml_finish_acs"),
        path("saml/metadata/", saml.metadata, slug, name="saml_metadata"),
        path("saml/logout/", _nowhere, slug, name="saml_sls"),
    ]
