"""Posts as the directory has them: opened, closed, never rewritten."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from django.db.models import Q

from directory.policies.runs import Did
from directory.services.import_report import ImportReport
from people.models import Department, Person, Post
from people.policies.posts import WantedPost

_ROWS_AT_ONCE = 2000


def take_posts(
    wanted: Mapping[Person, Iterable[WantedPost]],
    departments: Mapping[str, Department],
    *,
    since: date,
    today: date,
    report: ImportReport,
) -> None:
    """Close posts that nobody has any more, with yesterday as their last day, and open the missing ones.

    Posts of people who had none yet begin on `since`, others today. One that began today and is wrong already is
    taken back: it was never anybody's.
    """
    standing: dict[int, dict[tuple[str, bool, bool], Post]] = {}
    current = Q(active_to__isnull=True) | Q(active_to__gte=today)
    for post in Post.objects.filter(current, person__directory_id__isnull=False).select_related("department", "person"):
        key = (post.department.code, post.kind == Post.Kind.MAIN, post.manages)
        standing.setdefault(post.person_id, {})[key] = post
    with_posts = set(Post.objects.values_list("person_id", flat=True).distinct())
    opened: list[Post] = []
    closed: list[Post] = []
    for person, posts in wanted.items():
        has = standing.pop(person.pk, {})
        keys = {(one.department, one.main, one.manages): one for one in posts}
        closed += [post for key, post in has.items() if key not in keys]
        begins = today if person.pk in with_posts else since
        for key, one in keys.items():
            if key not in has:
                opened.append(_opened(person, one, departments, begins))
                report.note("post", f"{person.number} {one.department}", Did.ADDED)
    closed += [post for rest in standing.values() for post in rest.values()]
    _close(closed, today, report)
    Post.objects.bulk_create(opened, batch_size=_ROWS_AT_ONCE)


def _opened(person: Person, post: WantedPost, departments: Mapping[str, Department], begins: date) -> Post:
    return Post(
        person=person,
        department=departments[post.department],
        kind=Post.Kind.MAIN if post.main else Post.Kind.CONCURRENT,
        manages=post.manages,
        active_from=begins,
    )


def _close(posts: Iterable[Post], today: date, report: ImportReport) -> None:
    yesterday = today - timedelta(days=1)
    never: list[int] = []
    ended: list[int] = []
    for post in posts:
        (never if post.active_from > yesterday else ended).append(post.pk)
        report.note("post", f"{post.person.number} {post.department.code}", Did.ENDED)
    Post.objects.filter(pk__in=never).delete()
    Post.objects.filter(pk__in=ended).update(active_to=yesterday)
