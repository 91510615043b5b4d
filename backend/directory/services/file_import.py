"""Taking a directory over once, from a file or whatever answers as one."""

from datetime import date

from directory.models import DirectoryRun
from directory.policies.limits import Limits
from directory.policies.refusals import RunProblem
from directory.policies.runs import RunPurpose, RunState
from directory.services.running import run_directory
from directory.source import Directory


class NotImported(Exception):
    """Nothing was imported; why, in words for whoever typed the command."""


def import_people(
    *, directory: Directory, since: date | None = None, dry_run: bool = False, limits: Limits | None = None
) -> DirectoryRun:
    """Bring departments, people, posts and accounts up to what `directory` says: a run, all or nothing, nothing twice.

    With `dry_run` it is a preview and changes nothing. `since` is the first day of the posts of people who are new.
    Raises NotImported where the directory cannot be read, and Refused while another run is going on.
    """
    run = run_directory(
        directory=directory,
        purpose=RunPurpose.PREVIEW if dry_run else RunPurpose.SYNC,
        limits=limits,
        since=since,
    )
    if run.state == RunState.FAILED:
        raise NotImported(words_of(run))
    return run


def words_of(run: DirectoryRun) -> str:
    """Why `run` failed, as a sentence for a terminal."""
    problem = run.problem
    if problem.get("code") == RunProblem.EMPTY:
        return "The directory lists nobody at all. Is its base right?"
    return ": ".join(str(problem[name]) for name in ("entry", "detail") if problem.get(name)) or str(
        problem.get("code")
    )
