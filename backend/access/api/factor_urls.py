"""Addresses of second factors."""

from django.urls import path

from access.api.account_factors import AccountsView, ResetFactorsView
from access.api.factors import (
    ConfirmAuthenticatorView,
    OwnAuthenticatorView,
    OwnFactorsView,
    OwnPasskeyOptionsView,
    OwnPasskeysView,
    OwnPasskeyView,
    OwnRecoveryCodesView,
    ProveOptionsView,
    ProveView,
)
from access.api.second_factor import (
    PasskeyOptionsView,
    PasskeySignInView,
    SecondFactorOptionsView,
    SecondFactorView,
)

factor_urls = [
    path("session/second-factor/", SecondFactorView.as_view()),
    path("session/second-factor/options/", SecondFactorOptionsView.as_view()),
    path("session/passkey/", PasskeySignInView.as_view()),
    path("session/passkey/options/", PasskeyOptionsView.as_view()),
    path("me/factors/", OwnFactorsView.as_view()),
    path("me/factors/prove/", ProveView.as_view()),
    path("me/factors/prove/options/", ProveOptionsView.as_view()),
    path("me/factors/authenticator/", OwnAuthenticatorView.as_view()),
    path("me/factors/authenticator/confirm/", ConfirmAuthenticatorView.as_view()),
    path("me/factors/passkeys/", OwnPasskeysView.as_view()),
    path("me/factors/passkeys/options/", OwnPasskeyOptionsView.as_view()),
    path("me/factors/passkeys/<int:id>/", OwnPasskeyView.as_view()),
    path("me/factors/recovery-codes/", OwnRecoveryCodesView.as_view()),
    path("access/accounts/", AccountsView.as_view()),
    path("access/accounts/<int:id>/reset-factors/", ResetFactorsView.as_view()),
]
