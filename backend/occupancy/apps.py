"""The occupancy app: who was where, counted. Facts that stay, and the reports made of them."""

from django.apps import AppConfig


class OccupancyConfig(AppConfig):
    name = "occupancy"
    default_auto_field = "django.db.models.BigAutoField"
