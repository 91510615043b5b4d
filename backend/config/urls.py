"""Every address of the product: the API of each app, the probes, and the screens for all the rest."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path, re_path
from drf_spectacular.views import SpectacularJSONAPIView, SpectacularSwaggerSplitView

from access.api.proxy import proxy_login
from calendars.api.feed import feed
from config.health import alive, figures, ready
from config.refusals import unknown_address
from config.screens import screen

api: list[URLPattern | URLResolver] = [
    path("schema/", SpectacularJSONAPIView.as_view(), name="schema"),
    path("docs/", SpectacularSwaggerSplitView.as_view(url_name="schema"), name="docs"),
    # Looked through from the top: what open screens ask every few seconds stands first.
    path("", include("bookings.api.urls")),
    path("", include("people.api.urls")),
    path("", include("access.api.urls")),
    path("", include("directory.api.urls")),
    path("", include("spaces.api.urls")),
    path("", include("gates.api.urls")),
    path("", include("plans.api.urls")),
    path("", include("telework.api.urls")),
    path("", include("series.api.urls")),
    path("", include("waitlists.api.urls")),
    path("", include("seating.api.urls")),
    path("", include("relocation.api.urls")),
    path("", include("attendance.api.urls")),
    path("", include("displays.api.urls")),
    path("", include("roster.api.urls")),
    path("", include("calendars.api.urls")),
    path("", include("webhooks.api.urls")),
    path("", include("occupancy.api.urls")),
    path("", include("planning.api.urls")),
    path("", include("notifications.api.urls")),
    re_path(r"", unknown_address),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", include(api)),
    path("healthz", alive),
    path("readyz", ready),
    path("metrics", figures),
    path("calendar/<str:secret>.ics", feed),
    path("accounts/proxy/login/", proxy_login),
    *([path("accounts/", include("access.api.federation.urls"))] if settings.FEDERATION else []),
    re_path(r"^accounts/", unknown_address),
    re_path(r"^(?!api/|assets/|static/)", screen),
]

handler400 = "config.refusals.bad_request"
handler404 = "config.refusals.unknown_address"
handler500 = "config.refusals.our_fault"
