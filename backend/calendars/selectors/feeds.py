"""Feeds as their owner sees them, and the one that an address opens."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from calendars.models import CalendarChoices, Feed
from calendars.policies.choices import FeedKind
from calendars.policies.chosen import Chosen
from calendars.seal import calendar_seal
from calendars.selectors.choices import chosen_in
from core import clock
from core.prepared import prepared_cursor
from core.sealing import Unreadable
from people.models import Department
from people.policies.visibility import Viewer, is_manager_of

NOTED_EVERY = timedelta(hours=1)
"""How exactly it is known when a feed was last read."""

SECTION_KINDS = (Department.Kind.SECTION, Department.Kind.UNIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedFeed:
    """A feed whose address was asked for and that may be shown today: whose it is and how that person wants it."""

    id: int
    kind: FeedKind
    viewer: Viewer
    person_id: int
    name: str
    chosen: Chosen
    department_id: int | None
    department_name: str
    made_at: datetime
    noted: bool
    """Whether it has been noted within the last hour that the feed is read."""


def opened_feed(digest: str, today: date) -> OpenedFeed | None:
    """The feed in use under a secret of this digest; one query.

    None where there is none, where its person is not on the roll today or may not sign in, and for a section that its
    person does not manage today.
    """
    with prepared_cursor() as cursor:
        cursor.execute(_OPENED, {"digest": digest, "today": today, "noted": clock.now() - NOTED_EVERY})
        row: Any = cursor.fetchone()
    if row is None:
        return None
    feed_id, kind, person_id, name, language, account_id, made_at, noted, *rest = row
    department_id, department, lineage, departments, managed, *choices = rest
    viewer = Viewer(account_id, person_id, frozenset(departments or ()), frozenset(managed or ()))
    if kind == FeedKind.SECTION and not is_manager_of(viewer, lineage or ()):
        return None
    chosen = chosen_in(CalendarChoices(**dict(zip(_CHOICES, choices, strict=True))) if choices[0] else None, language)
    return OpenedFeed(
        id=feed_id,
        kind=FeedKind(kind),
        viewer=viewer,
        person_id=person_id,
        name=name,
        chosen=chosen,
        department_id=department_id,
        department_name=department or "",
        made_at=made_at,
        noted=bool(noted),
    )


def feeds_of(person_id: int) -> "QuerySet[Feed]":
    """The person's feeds in use, the own one first."""
    live = Feed.objects.filter(person_id=person_id, revoked_at__isnull=True)
    return live.select_related("department").order_by("kind", "department__code", "pk")


def sections_managed(managed: Collection[int], today: date) -> "QuerySet[Department]":
    """The sections and units that are managed by whoever manages the departments `managed`, in order of their code."""
    rows = Department.objects.filter(kind__in=SECTION_KINDS, lineage__overlap=list(managed))
    return rows.filter(Q(active_to__isnull=True) | Q(active_to__gte=today)).order_by("code")


def secret_of(feed: Feed) -> str:
    """The secret of the feed's address; empty where the key that sealed it is not among the settings any more."""
    try:
        return calendar_seal().unseal(bytes(feed.sealed_secret))
    except Unreadable:
        return ""


_CHOICES = ("titles", "spans", "with_desk", "with_telework", "with_own_plans", "by_mail", "section_as")

_OPENED = f"""
SELECT feed.id, feed.kind, person.id, person.name, person.language, account.id,
       coalesce(feed.renewed_at, feed.created_at), feed.last_read_at > %(noted)s,
       department.id, department.name, department.lineage, post.departments, post.managed,
       {", ".join(f"choices.{name}" for name in _CHOICES)}
  FROM calendars_feed feed
  JOIN people_person person ON person.id = feed.person_id
  JOIN people_account account ON account.person_id = person.id AND account.is_active
  LEFT JOIN people_department department ON department.id = feed.department_id
  LEFT JOIN calendars_calendarchoices choices ON choices.person_id = person.id
  LEFT JOIN LATERAL (
    SELECT array_agg(department_id) AS departments, array_agg(department_id) FILTER (WHERE manages) AS managed
      FROM people_post
     WHERE person_id = person.id AND active_from <= %(today)s AND (active_to IS NULL OR active_to >= %(today)s)
  ) post ON true
 WHERE feed.secret_digest = %(digest)s AND feed.revoked_at IS NULL
   AND (person.active_from IS NULL OR person.active_from <= %(today)s)
   AND (person.active_to IS NULL OR person.active_to >= %(today)s)
"""  # noqa: S608 - our own columns
