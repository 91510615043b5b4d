"""What a set of rules would have refused of the bookings made in a period: the same policies, asked as things were.

What a rule cannot change is not asked again: rivals, hours and closures (docs/decisions/0022).
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from bookings.models import BookingRule
from bookings.policies.rules import DEFAULTS, Owner, RuleRow
from bookings.selectors.judging import Judge, RuleChange
from bookings.selectors.replay import MadeBooking, Replay
from bookings.selectors.rules import row_of
from bookings.selectors.surroundings import earliest_that_counts
from core.refused import Refused

EXAMPLES = 10

RuleKey = tuple[str, str, str, str]
"""The code, and the rule's name, scope and value: what tells one refusing rule from another."""


@dataclass(slots=True)
class Simulated:
    """What the candidate would have refused that was allowed. Counts by what refuses, whose bookings, and weekday.

    `not_judged` are walk-ups, which rules never refuse, and bookings of desks that stand nowhere any more.
    """

    judged: int = 0
    not_judged: int = 0
    refused: int = 0
    by_rule: Counter[RuleKey] = field(default_factory=Counter)
    rules: dict[RuleKey, Owner] = field(default_factory=dict)
    by_department: Counter[int | None] = field(default_factory=Counter)
    judged_by_department: Counter[int | None] = field(default_factory=Counter)
    people_by_department: dict[int | None, set[int]] = field(default_factory=lambda: defaultdict(set))
    by_weekday: Counter[int] = field(default_factory=Counter)
    examples: list[tuple[MadeBooking, Refused]] = field(default_factory=list)


def candidate_rows(candidate: BookingRule, replaces: int | None) -> tuple[Sequence[RuleRow], Sequence[RuleRow]]:
    """The rows as they are set, and as they would be with the (unsaved) candidate.

    It takes the place of the row `replaces`, or of the one that has its scope already.
    """
    rules = list(BookingRule.objects.select_related("area", "department").order_by("pk"))
    scope = (candidate.area_id, candidate.desk_mode, candidate.department_id)
    kept = [
        rule for rule in rules if rule.pk != replaces and (rule.area_id, rule.desk_mode, rule.department_id) != scope
    ]
    return [row_of(rule) for rule in rules], [*(row_of(rule) for rule in kept), row_of(candidate)]


def simulate(present: Sequence[RuleRow], wanted: Sequence[RuleRow], *, first: date, last: date) -> Simulated:
    """Ask of every booking made from `first` to `last` whether `wanted` refuses what `present` allows."""
    counts = [int(row.says.get("no_show_days") or DEFAULTS["no_show_days"]) for row in (*present, *wanted)]
    since = earliest_that_counts(first, max(counts, default=DEFAULTS["no_show_days"]))
    replay = Replay(first, last, no_shows_since=since)
    judge = Judge(replay)
    change = RuleChange(present, wanted)
    found = Simulated()
    for booking in replay.attempts():
        attempt = None if booking.walk_up else judge.attempt(booking)
        if attempt is None:
            found.not_judged += 1
            continue
        found.judged += 1
        found.judged_by_department[booking.department_id] += 1
        rules = attempt.rules(change)
        if rules is None:
            continue
        before, after = rules
        refused = attempt.refused(after)
        if refused is not None and "rule" in refused.facts and attempt.refused(before) is None:
            _count(found, booking, refused)
    return found


def _count(found: Simulated, booking: MadeBooking, refused: Refused) -> None:
    found.refused += 1
    rule: Owner = refused.facts["rule"]
    key = (str(refused.code), rule.name["ja"], rule.scope["ja"], str(rule.value))
    found.rules.setdefault(key, rule)
    found.by_rule[key] += 1
    found.by_department[booking.department_id] += 1
    found.people_by_department[booking.department_id].add(booking.person_id)
    found.by_weekday[booking.day.weekday()] += 1
    if len(found.examples) < EXAMPLES:
        found.examples.append((booking, refused))
