"""The last passage of everybody: what a gate knows of who is in the building."""

from dataclasses import dataclass
from datetime import datetime

from core.prepared import prepared_cursor

# Walks `gate_passage_at` over the stretch asked for alone, so its cost does not grow with the years kept. At one
# instant an entry comes before an exit, and then the passage written down first: the answer is the same every time.
_LAST_PASSAGES = """
SELECT DISTINCT ON (person_id) person_id, direction, gate, floor_id, at
  FROM gates_gatepassage
 WHERE at > %s AND at <= %s
 ORDER BY person_id, at DESC, direction, id
"""


@dataclass(frozen=True, slots=True)
class LastPassage:
    """A person's last passage in a stretch of time; `floor_id` is None where the gate leads to no floor."""

    person_id: int
    goes_in: bool
    gate: str
    floor_id: int | None
    at: datetime


def last_passages(*, after: datetime, until: datetime) -> list[LastPassage]:
    """The last passage of everybody who passed a gate after one instant and not later than another; one query."""
    with prepared_cursor() as cursor:
        cursor.execute(_LAST_PASSAGES, [after, until])
        rows = cursor.fetchall()
    return [LastPassage(person, direction == "in", gate, floor, at) for person, direction, gate, floor, at in rows]
