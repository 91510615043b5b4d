"""Runs of the directory that the settings name."""

from dataclasses import dataclass

from core import clock
from core.refused import Refused
from directory.models import DirectoryRun
from directory.policies.limits import Limits
from directory.policies.refusals import RunRefusal
from directory.policies.runs import RunPurpose
from directory.policies.schedule import is_due
from directory.selectors.run_history import last_looked_at
from directory.services.run_deciding import confirm_run
from directory.services.running import run_directory
from directory.source import (
    Directory,
    DirectorySettings,
    DirectoryUnavailable,
    Roll,
    configured_directory,
    directory_settings,
)


@dataclass(frozen=True, slots=True)
class _NotInstalled:
    """A directory that is configured while what it needs is missing: each run says so."""

    name: str
    error: DirectoryUnavailable

    def read(self) -> Roll:
        raise self.error


def run_configured(*, purpose: RunPurpose = RunPurpose.SYNC, confirmed: bool = False) -> DirectoryRun:
    """A run of the configured directory within its limits, or without them where a person has `confirmed` that.

    Raises Refused: NOT_CONFIGURED, or GOING_ON.
    """
    directory, settings = _configured()
    return run_directory(directory=directory, purpose=purpose, limits=None if confirmed else _limits(settings))


def confirm_configured(*, run_id: int, fingerprint: str) -> DirectoryRun:
    """Apply the plan that was shown, of a run that waits: see confirm_run. Raises Refused(NOT_CONFIGURED) as well."""
    directory, settings = _configured()
    return confirm_run(run_id=run_id, fingerprint=fingerprint, directory=directory, limits=_limits(settings))


def run_when_due() -> DirectoryRun | None:
    """A run by the clock, where one is configured and due; None where not, or while another one is going on."""
    settings = directory_settings()
    if settings is None:
        return None
    if not is_due(last_looked_at(), every_minutes=settings.sync.every_minutes, now=clock.now()):
        return None
    try:
        return run_configured()
    except Refused:
        return None


def _configured() -> tuple[Directory, DirectorySettings]:
    settings = directory_settings()
    if settings is None:
        raise Refused(RunRefusal.NOT_CONFIGURED)
    try:
        directory = configured_directory()
    except DirectoryUnavailable as error:
        directory = _NotInstalled(name=next(iter(settings.servers), str(settings.path)), error=error)
    if directory is None:
        raise Refused(RunRefusal.NOT_CONFIGURED)
    return directory, settings


def _limits(settings: DirectorySettings) -> Limits:
    return Limits(most_ended_percent=settings.sync.most_ended_percent)
