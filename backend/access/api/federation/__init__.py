"""Signing in by an identity provider: django-allauth speaks OIDC and SAML, and we keep the door.

Loaded only where the settings name a provider: a hall without one needs none of these packages.
"""
