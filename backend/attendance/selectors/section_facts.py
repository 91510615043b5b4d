"""What moves when a section's days change, with the little that is read along with it: one statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from attendance.selectors.section_roll import SectionRoll
from core.prepared import prepared_cursor
from people.policies.visibility import Viewer


@dataclass(frozen=True, slots=True)
class SectionTeamDay:
    """チーム出社日 of the section or of a department above it."""

    id: int
    department_id: int
    department: str
    day: date
    part: str
    note: str


@dataclass(frozen=True, slots=True)
class SectionFacts:
    """`moved` differs whenever plans, bookings, requests, usual weeks, shifts or team days of the section differ.

    `decides_for` are the departments whose 所属長 has the viewer approve in their place today (代決).
    """

    moved: tuple[Any, ...]
    team_days: Sequence[SectionTeamDay]
    decides_for: frozenset[int]


def section_facts(roll: SectionRoll, viewer: Viewer, first: date, last: date, *, today: date) -> SectionFacts:
    """What stands around the days of `roll` from `first` to `last`; one query.

    A claim adds a row to those that stand and a withdrawal takes one away, so their number and the sum of their ids
    never come to the same again; bookings, requests and usual weeks carry a number or a time of their own.
    """
    with prepared_cursor() as cursor:
        cursor.execute(
            _STATEMENT,
            {
                "people": roll.person_ids,
                "first": first,
                "last": last,
                "lineage": list(roll.lineage),
                "viewer": viewer.person_id or 0,
                "today": today,
            },
        )
        *moved, team_days, decides_for = cursor.fetchone()
    return SectionFacts(
        (*moved, str(team_days), str(decides_for)),
        [
            SectionTeamDay(number, department_id, name, date.fromisoformat(day), part, note)
            for number, department_id, name, day, part, note in team_days or ()
        ],
        frozenset(decides_for or ()),
    )


_STATEMENT = """
WITH plan AS MATERIALIZED (
    SELECT id, during, holder_kind, holder_id FROM plans_attendanceplan
    WHERE person_id = ANY(%(people)s) AND day BETWEEN %(first)s AND %(last)s AND withdrawn_at IS NULL
)
SELECT
    (SELECT concat_ws(',', count(*), sum(id),
            sum(extract(epoch FROM lower(during)) + 2 * extract(epoch FROM upper(during))))
     FROM plan),
    (SELECT sum(booking.revision) FROM plan
     JOIN bookings_booking booking ON booking.id = plan.holder_id WHERE plan.holder_kind = 'booking'),
    (SELECT concat_ws(',', count(*), sum(id), sum(version)) FROM telework_teleworkrequest
     WHERE person_id = ANY(%(people)s) AND day BETWEEN %(first)s AND %(last)s),
    (SELECT concat_ws(',', count(*), max(set_at)) FROM plans_weeklypattern
     WHERE person_id = ANY(%(people)s) AND active_from <= %(last)s),
    (SELECT concat_ws(',', count(*), sum(hashtext(person_id || shift || day)::bigint)) FROM plans_dayshift
     WHERE person_id = ANY(%(people)s) AND day BETWEEN %(first)s AND %(last)s),
    (SELECT json_agg(json_build_array(
            team.id, team.department_id, department.name, team.day, team.part, team.note
        ) ORDER BY team.day, array_position(%(lineage)s, team.department_id) DESC)
     FROM plans_teamday team JOIN people_department department ON department.id = team.department_id
     WHERE team.department_id = ANY(%(lineage)s) AND team.day BETWEEN %(first)s AND %(last)s),
    (SELECT array_agg(post.department_id ORDER BY post.department_id) FROM people_delegation delegation
     JOIN people_post post ON post.person_id = delegation.delegator_id
     WHERE delegation.delegate_id = %(viewer)s AND delegation.scope = 'approve' AND delegation.ended_at IS NULL
       AND %(today)s BETWEEN delegation.active_from AND delegation.active_to
       AND post.manages AND post.active_from <= %(today)s AND (post.active_to IS NULL OR post.active_to >= %(today)s))
"""
