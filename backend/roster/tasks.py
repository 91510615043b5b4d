"""Background jobs of the roster."""

from procrastinate.contrib.django import app

from roster.services.copy_keeping import keep_copy
from roster.services.journal_merging import merge_journal
from roster.standby.last_copy import forget_old_files


@app.periodic(cron="* * * * *")
@app.task(name="roster.tasks.keep_copy", queueing_lock="keep_roster_copy")
def keep_roster_copy(timestamp: int) -> None:
    """Merge what was said while the database was silent, and write the copy for when it is silent again."""
    merge_journal()
    keep_copy()


@app.periodic(cron="37 3 * * *")
@app.task(name="roster.tasks.forget_old_files", queueing_lock="forget_old_roster_files")
def forget_old_roster_files(timestamp: int) -> None:
    """Remove what old head counts left beside the copy."""
    forget_old_files()
