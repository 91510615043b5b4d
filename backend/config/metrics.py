"""Figures about the running server for Prometheus; several server processes meet in PROMETHEUS_MULTIPROC_DIR."""

import os

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


class _Gauges(Collector):
    def __init__(self, values: dict[str, tuple[str, float]]) -> None:
        self._values = values

    def collect(self) -> list[GaugeMetricFamily]:
        """One family a value."""
        return [GaugeMetricFamily(name, words, value=value) for name, (words, value) in self._values.items()]


def exposition(gauges: dict[str, tuple[str, float]]) -> bytes:
    """The text a scraper reads: the counters of all server processes, and `gauges` as {name: (help, value)}."""
    registry = CollectorRegistry()
    registry.register(_Gauges(gauges))
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        MultiProcessCollector(registry)
        return generate_latest(registry)
    return generate_latest(REGISTRY) + generate_latest(registry)
