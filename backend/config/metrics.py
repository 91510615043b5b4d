"""Figures about the running server for Prometheus; several server processes meet in PROMETHEUS_MULTIPROC_DIR."""

import os
from collections.abc import Mapping

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import REGISTRY, Collector

REQUESTS = Counter("kyoseki_requests_total", "Answered requests", ["method", "route", "status"])
SECONDS = Histogram(
    "kyoseki_request_seconds",
    "Time to answer a request, in seconds",
    ["route"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5),
)

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def observe_request(method: str, route: str, status: int, seconds: float) -> None:
    """Count one answered request. `route` is the pattern, never the path, so the number of series stays small."""
    REQUESTS.labels(method if method in _METHODS else "other", route, status).inc()
    SECONDS.labels(route).observe(seconds)


Gauges = dict[str, tuple[str, float | Mapping[str, float]]]
"""{name: (help, value)}, where a value may be several by state."""


class _Gauges(Collector):
    def __init__(self, values: Gauges) -> None:
        self._values = values

    def collect(self) -> list[GaugeMetricFamily]:
        """One family a value."""
        return [_family(name, words, value) for name, (words, value) in self._values.items()]


def _family(name: str, words: str, value: float | Mapping[str, float]) -> GaugeMetricFamily:
    if not isinstance(value, Mapping):
        return GaugeMetricFamily(name, words, value=value)
    family = GaugeMetricFamily(name, words, labels=["state"])
    for state, number in value.items():
        family.add_metric([state], number)
    return family


def exposition(gauges: Gauges) -> bytes:
    """The text a scraper reads: the counters of all server processes, and `gauges`."""
    registry = CollectorRegistry()
    registry.register(_Gauges(gauges))
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        MultiProcessCollector(registry)
        return generate_latest(registry)
    return generate_latest(REGISTRY) + generate_latest(registry)
