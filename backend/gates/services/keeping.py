"""Keeping passages: each once, whoever tells of it and however often."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from gates.policies.gate_code import floor_code_of
from spaces.models import Floor

_INSERT = """
INSERT INTO gates_gatepassage (person_id, gate, floor_id, direction, at, source_file, source_line)
SELECT person, gate, floor, direction, at, %s, line
  FROM unnest(%s::bigint[], %s::text[], %s::bigint[], %s::text[], %s::timestamptz[], %s::int[])
       AS given (person, gate, floor, direction, at, line)
 ORDER BY line
ON CONFLICT (person_id, at, gate, direction) DO NOTHING
"""
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class PassageSeen:
    """One passage of a person; `direction` is in or out, `line` where it stands in its source."""

    person_id: int
    gate: str
    direction: str
    at: datetime
    line: int


def keep_passages(*, source: str, passages: Sequence[PassageSeen], floors: Mapping[str, int]) -> int:
    """Keep those that are not kept yet; answers how many these were. `floors` are floor ids by code."""
    with connection.cursor() as cursor:
        cursor.execute(
            _INSERT,
            [
                source[-_LONGEST_NAME:],
                [one.person_id for one in passages],
                [one.gate for one in passages],
                [floors.get(floor_code_of(one.gate) or "") for one in passages],
                [one.direction for one in passages],
                [one.at for one in passages],
                [one.line for one in passages],
            ],
        )
        kept: int = cursor.rowcount
    return kept


def gate_floors() -> dict[str, int]:
    """Floor ids by code; where two buildings share a code, the gates are those of the first."""
    return dict(Floor.objects.order_by("-building__code").values_list("code", "pk"))
