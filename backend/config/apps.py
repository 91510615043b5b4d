"""The composition of the product: settings, URLs, health, metrics."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """The outermost floor; it owns no tables."""

    name = "config"
