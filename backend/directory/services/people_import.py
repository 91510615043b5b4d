"""Taking people over from the directory: all or nothing, and nothing twice."""

from collections import defaultdict
from datetime import date

from django.db import transaction

from audit.services import record
from core import clock
from core.locks import Locked, lock
from core.revision import Slow, bump
from directory.services.department_import import lineages_by_code, take_departments
from directory.services.import_report import ImportReport
from directory.services.person_import import take_accounts, take_people
from directory.services.post_import import take_posts
from directory.source import Directory
from people.policies.posts import wanted_posts

PEOPLE_IMPORTED = "people.imported"
_RUN = 1


def import_people(*, directory: Directory, since: date | None = None, dry_run: bool = False) -> ImportReport:
    """Bring departments, people, posts and accounts up to what `directory` says, in one transaction.

    Answers every change; with `dry_run` it answers what would change and leaves everything as it was. The same
    directory a second time changes nothing. `since` is the first day of the posts of people who are new here: by
    default 1 April of this fiscal year. Raises DirectoryUnavailable or DirectoryFaulty, and then nothing is written.
    """
    today = clock.today()
    roll = directory.read()
    concurrent: defaultdict[str, list[str]] = defaultdict(list)
    for post in roll.posts:
        concurrent[post.person].append(post.department)
    report = ImportReport()
    with transaction.atomic():
        lock((Locked.RUN, _RUN))
        by_code = take_departments(roll.departments, today=today, report=report)
        by_id = take_people(roll.people, by_code, today=today, report=report)
        lineages = lineages_by_code(by_code)
        wanted = {
            by_id[one.id]: wanted_posts(
                title=one.title, main=one.department, concurrent=concurrent[one.id], lineages=lineages
            )
            for one in roll.people
        }
        begins = since or fiscal_year_start(today)
        take_posts(wanted, by_code, since=begins, today=today, report=report)
        take_accounts(by_id, report=report)
        if report.changes:
            bump(Slow.PEOPLE)
            record(kind=PEOPLE_IMPORTED, subject_kind="directory", subject_id=_RUN, after=report.counts())
        transaction.set_rollback(dry_run)
    return report


def fiscal_year_start(day: date) -> date:
    """1 April of the fiscal year (年度) in which `day` lies."""
    return date(day.year if day.month >= 4 else day.year - 1, 4, 1)
