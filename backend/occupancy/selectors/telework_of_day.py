"""Half-days of telework that were held on a day."""

from collections import Counter
from collections.abc import Collection
from datetime import date

from core import clock
from core.revision import revisions
from plans.policies.claims import TELEWORK
from plans.policies.half_days import filling
from plans.selectors.halves import half_days
from plans.selectors.ledger import stretches


def telework_halves(person_ids: Collection[int], day: date) -> Counter[int]:
    """By person id, in how many halves of the day telework has the most time: 1 or 2. Read from the ledger."""
    halves = half_days(revisions())
    parts = [
        (clock.at(day, halves.am_starts_at), clock.at(day, halves.am_ends_at)),
        (clock.at(day, halves.pm_starts_at), clock.at(day, halves.pm_ends_at)),
    ]
    found: Counter[int] = Counter()
    for person_id, days in stretches(person_ids, day, day).items():
        held = [(one.during, one.holder_kind) for one in days[day]]
        for start, end in parts:
            most = filling([during for during, _kind in held], start, end)
            found[person_id] += any(during is most and kind == TELEWORK for during, kind in held)
    return found
