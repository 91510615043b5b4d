"""Addresses of the access app's API."""

from django.urls import path

from access.api.factor_urls import factor_urls
from access.api.own_sessions import EndOtherSessionsView, EndSessionsView, OwnSessionsView, OwnSessionView
from access.api.session import SessionView
from access.api.tokens import AllTokensView, OwnTokensView, RevokeOwnTokenView, RevokeTokenView

urlpatterns = [
    *factor_urls,
    path("session/", SessionView.as_view()),
    path("me/sessions/", OwnSessionsView.as_view()),
    path("me/sessions/end-others/", EndOtherSessionsView.as_view()),
    path("me/sessions/<str:id>/", OwnSessionView.as_view()),
    path("me/tokens/", OwnTokensView.as_view()),
    path("me/tokens/<int:id>/revoke/", RevokeOwnTokenView.as_view()),
    path("access/tokens/", AllTokensView.as_view()),
    path("access/tokens/<int:id>/revoke/", RevokeTokenView.as_view()),
    path("access/accounts/<int:id>/end-sessions/", EndSessionsView.as_view()),
]
