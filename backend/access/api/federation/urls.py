"""The addresses of the ways to identity providers and back; allauth's other pages have none.

The names are those by which allauth finds them.
"""

from importlib import import_module

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, re_path

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
    urlpatterns += [
        re_path(r"^(?P<organization_slug>saml)/login/$", saml.login, name="saml_login"),
        re_path(r"^(?P<organization_slug>saml)/acs/$", saml.acs, name="saml_acs"),
        re_path(r"^(?P<organization_slug>saml)/acs/finish/$", saml.finish, name="saml_finish_acs"),
        re_path(r"^(?P<organization_slug>saml)/metadata/$", saml.metadata, name="saml_metadata"),
        re_path(r"^(?P<organization_slug>saml)/logout/$", _nowhere, name="saml_sls"),
    ]
