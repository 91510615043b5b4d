"""The processes of the product, started in one way by `make run`, the benchmarks, the browser tests and the image."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BACKEND = ROOT / "backend"


def server_command(*, host: str, port: int, workers: int | None = None) -> list[str]:
    """granian over WSGI: a process a core, and as many threads in each as requests shall be answered side by side."""
    processes = workers or int(os.environ.get("KYOSEKI_SERVER_PROCESSES") or 0) or min(os.cpu_count() or 1, 8)
    threads = int(os.environ.get("KYOSEKI_SERVER_THREADS") or 0) or 4
    return [
        sys.executable, "-m", "granian", "config.wsgi:application",
        "--interface", "wsgi", "--host", host, "--port", str(port), "--workers", str(processes),
        "--blocking-threads", str(threads), "--blocking-threads-idle-timeout", "10m", "--backlog", "2048",
        "--no-ws", "--http", "1", "--log-level", "warning", "--respawn-failed-workers", "--working-dir", str(BACKEND),
    ]  # fmt: skip


def worker_command(*which: str) -> list[str]:
    """The worker of the background jobs; with "outside" or "heavy" one of those that have jobs of their own."""
    return [sys.executable, str(BACKEND / "manage.py"), "work", *which]


def process_environment(**more: str) -> dict[str, str]:
    """The environment of both: this one, with the folders on Python's path."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(BACKEND), str(ROOT)]), **more}
