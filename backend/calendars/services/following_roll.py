"""Calendars follow the roll: of leavers nothing goes out and nothing comes in any more, and a section's feed ends with
the managing of it."""

from collections import Counter
from collections.abc import Iterable, Mapping

from audit.services import Happening, record_all
from calendars.models import CalendarChoices, CalendarLink, Feed, Invitation
from calendars.policies.choices import FeedKind
from calendars.selectors.reached import forget_reached
from calendars.services.feeds import FEED_REVOKED
from calendars.services.forgetting import forget_read
from calendars.services.links import end_links_of
from core import clock
from core.locks import Locked
from directory.policies.roll_changed import Effect, RollChanged
from people.models import Post

LEFT, MOVED = "left", "moved"


def locks(change: RollChanged) -> Iterable[tuple[Locked, int]]:
    """Leavers: what is proposed to somebody changes under the lock of the person."""
    return [(Locked.PERSON, person_id) for person_id in change.left]


def calendars_follow(change: RollChanged) -> None:
    """End leavers' links, feeds and invitations, and the feeds of sections that are nobody's to read any more."""
    _end_feeds([*_feeds_of_leavers(change), *_feeds_managed_no_more(change)])
    if not change.left:
        return
    links = CalendarLink.objects.filter(person_id__in=change.left, ended_at__isnull=True)
    link_ids = list(links.values_list("pk", flat=True))
    forget_read(link_ids=link_ids)
    end_links_of(person_ids=change.left, because=LEFT)
    Invitation.objects.filter(person_id__in=change.left, due_at__isnull=False).update(due_at=None)
    CalendarChoices.objects.filter(person_id__in=change.left, by_mail=True).update(by_mail=False)
    forget_reached()


def ending_calendars(change: RollChanged) -> list[Effect]:
    """How many links and feeds each person would lose: whose they are is said, and nothing of where they lead."""
    links = Counter(
        CalendarLink.objects.filter(person_id__in=change.left, ended_at__isnull=True).values_list(
            "person_id", flat=True
        )
    )
    feeds = Counter(one.person_id for one in _feeds_of_leavers(change))
    moved = Counter(one.person_id for one in _feeds_managed_no_more(change))
    left = [
        Effect("calendar", person_id, {"count": links[person_id] + feeds[person_id], "because": LEFT})
        for person_id in sorted(links.keys() | feeds.keys())
    ]
    return [*left, *(Effect("calendar", pk, {"count": count, "because": MOVED}) for pk, count in sorted(moved.items()))]


def _feeds_of_leavers(change: RollChanged) -> list[Feed]:
    return list(Feed.objects.filter(person_id__in=change.left, revoked_at__isnull=True)) if change.left else []


def _feeds_managed_no_more(change: RollChanged) -> list[Feed]:
    """Feeds of sections whose owner stays and does not manage them from the day on, or that have ended."""
    moved = {one.person_id: one.manages for one in change.moved}
    rows = Feed.objects.filter(kind=FeedKind.SECTION.value, revoked_at__isnull=True).exclude(person_id__in=change.left)
    feeds = list(rows.filter(person_id__in=moved).select_related("department")) if moved else []
    managed = _managed(
        {pk: manages for pk, manages in moved.items() if any(one.person_id == pk for one in feeds)}, change
    )
    ended = [one for one in feeds if managed[one.person_id].isdisjoint(_lineage(one))]
    if change.departments_ended:
        known = {one.pk for one in ended}
        ended += [one for one in rows.filter(department_id__in=change.departments_ended) if one.pk not in known]
    return ended


def _managed(moved: Mapping[int, tuple[int, ...] | None], change: RollChanged) -> dict[int, set[int]]:
    """What each of them manages from the day on: as planned, else as it is written already."""
    found = {pk: set(manages or ()) for pk, manages in moved.items()}
    unknown = [pk for pk, manages in moved.items() if manages is None]
    posts = Post.objects.filter(person_id__in=unknown, manages=True, active_from__lte=change.day)
    for post in posts.exclude(active_to__lt=change.day):
        found[post.person_id].add(post.department_id)
    return found


def _lineage(feed: Feed) -> list[int]:
    return list(feed.department.lineage or ()) if feed.department else []


def _end_feeds(feeds: Iterable[Feed]) -> None:
    ending = list(feeds)
    Feed.objects.filter(pk__in=[one.pk for one in ending]).update(revoked_at=clock.now())
    record_all(
        [
            Happening(
                kind=FEED_REVOKED,
                subject_kind="feed",
                subject_id=one.pk,
                after={"person": one.person_id, "kind": one.kind, "department": one.department_id, "because": "roll"},
            )
            for one in ending
        ]
    )
