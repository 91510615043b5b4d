"""Cybozu Garoon by its REST API, as published (cybozu.dev: schedule from 4.10 on, presence from 5.0 on).

Written from the public documentation and held to examples made from it; never tried on a live server.
"""

from integrations.calendar.garoon.account import GaroonAccount

__all__ = ["GaroonAccount"]
