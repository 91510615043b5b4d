"""Figures about the directory for whoever watches over the product."""

from core import clock
from directory.selectors.run_history import run_history
from directory.source import directory_settings


def directory_figures() -> dict[str, tuple[str, float]]:
    """Gauges as {name: (help, value)}; none where no directory is configured. -1: never."""
    if directory_settings() is None:
        return {}
    history = run_history()
    age = (clock.now() - history.last_success_at).total_seconds() if history.last_success_at else -1.0
    seconds = -1.0 if history.last_run_seconds is None else history.last_run_seconds
    return {
        "kyoseki_directory_last_success_seconds": ("Since the directory was last read and all was well", age),
        "kyoseki_directory_failures": ("Runs of the directory that failed in a row", history.failures),
        "kyoseki_directory_run_seconds": ("How long the last run of the directory took that went well", seconds),
    }
