"""A run as lines for a terminal."""

from collections.abc import Iterator

from directory.models import DirectoryRun, RunChange
from directory.policies.runs import RunState

_SAID = {
    RunState.APPLIED: "Changed",
    RunState.UNCHANGED: "Read",
    RunState.PLANNED: "Would change",
    RunState.HELD: "Held, nothing changed",
}


def lines_of(run: DirectoryRun, *, every: bool) -> Iterator[str]:
    """Every change when `every`, each finding, and what it came to."""
    if every:
        for change in run.changes.order_by("position").iterator():
            yield _line(change)
    for finding in run.findings.order_by("position").iterator():
        facts = ", ".join(f"{name} {value}" for name, value in finding.facts.items())
        yield f"left as it was: {finding.entry}: {finding.code}" + (f" ({facts})" if facts else "")
    counts = ", ".join(f"{kind}: {count}" for kind, count in run.counts.items()) or "no change"
    yield f"{_SAID.get(RunState(run.state), run.state)} — {counts}."


def held_sentence(run: DirectoryRun) -> str:
    """Which limits hold `run`, as a sentence."""
    limits = "; ".join(
        f"{one['code'].replace('_', ' ')}: {one['count']} ({one['share_percent']} %, at most {one['most_percent']} %)"
        for one in run.held_because
    )
    return f"It would end more than a run may by itself: {limits}."


def _line(change: RunChange) -> str:
    fields = ", ".join(f"{name}: {old} → {new}" for name, (old, new) in change.fields.items())
    name = f" {change.label}" if change.label else ""
    return f"{change.subject} {change.key}{name} {change.did}" + (f" ({fields})" if fields else "")
