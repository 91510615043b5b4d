"""Who did what to whose desk is forgotten after the time that personal detail is kept; that it happened stays.

The log stays append-only. The one thing the database lets be done to an event that was written is to take the people
out of it: all of them, for good, of the kinds named here, once it is four weeks old, and in a transaction that says it
is forgetting (docs/decisions/0064).
"""

from datetime import datetime

from django.db import connection

from audit.append_only import EVENTS_ARE_APPEND_ONLY

FORGETTABLE = (
    "attendance",
    "booking",
    "day_shift",
    "desk_loan",
    "draw",
    "floor_count",
    "group",
    "own_plan",
    "relocation",
    "series",
    "visitor",
    "waitlist",
)
"""First words of the kinds of events about where people were to be. What is signed, decided, looked at or set stays:
telework, sessions, tokens, the roll, rules, layouts, looks at somebody's past."""
FORGETTABLE_KINDS = (
    "calendar.decline_refused",
    "calendar.declined",
    "calendar.proposal_accepted",
    "calendar.proposal_dismissed",
    "calendar.proposal_reopened",
    "calendar.proposal_withdrawn",
    "calendar.proposed",
)
"""Kinds of such events beside others that stay: that somebody linked a calendar says nothing of any day."""
LEAST_AGE = "28 days"
_SWITCH = "kyoseki.forgets"

_BLANK = ("actor_id", "on_behalf_of_id", "before", "after", "source_address", "token_id")
_KEPT = ("id", "at", "kind", "subject_kind", "subject_id", "request_id")

ALLOW_FORGETTING = f"""
CREATE OR REPLACE FUNCTION {EVENTS_ARE_APPEND_ONLY}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF current_setting('{_SWITCH}', true) = 'on'
           AND OLD.at < now() - interval '{LEAST_AGE}'
           AND (split_part(OLD.kind, '.', 1) IN ({", ".join(f"'{kind}'" for kind in FORGETTABLE)})
                OR OLD.kind IN ({", ".join(f"'{kind}'" for kind in FORGETTABLE_KINDS)}))
           AND NEW.actor_name = ''
           AND num_nonnulls({", ".join(f"NEW.{column}" for column in _BLANK)}) = 0
           AND ({", ".join(f"NEW.{column}" for column in _KEPT)})
               IS NOT DISTINCT FROM ({", ".join(f"OLD.{column}" for column in _KEPT)})
        THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'audit_event is append-only: % is refused', TG_OP
        USING ERRCODE = 'restrict_violation', CONSTRAINT = '{EVENTS_ARE_APPEND_ONLY}',
              HINT = 'What happened stays on record; write a new event instead.';
END $$;
"""

FORGET_NOTHING = f"""
CREATE OR REPLACE FUNCTION {EVENTS_ARE_APPEND_ONLY}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit_event is append-only: % is refused', TG_OP
        USING ERRCODE = 'restrict_violation', CONSTRAINT = '{EVENTS_ARE_APPEND_ONLY}',
              HINT = 'What happened stays on record; write a new event instead.';
END $$;
"""

_FORGET = f"""
UPDATE audit_event
   SET actor_name = '', {", ".join(f"{column} = NULL" for column in _BLANK)}
 WHERE at >= %s AND at < %s AND (split_part(kind, '.', 1) = ANY(%s) OR kind = ANY(%s))
   AND (actor_name <> '' OR num_nonnulls({", ".join(_BLANK)}) > 0)
"""  # noqa: S608 - names of our own columns


def forget_people_between(first: datetime, until: datetime) -> int:
    """Take the people out of the events of `[first, until)`, in the caller's transaction; answers how many had any.

    Raises IntegrityError where one of them is younger than four weeks.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, 'on', true)", [_SWITCH])
        cursor.execute(_FORGET, [first, until, list(FORGETTABLE), list(FORGETTABLE_KINDS)])
        concerned: int = cursor.rowcount
        cursor.execute("SELECT set_config(%s, 'off', true)", [_SWITCH])
    return concerned
