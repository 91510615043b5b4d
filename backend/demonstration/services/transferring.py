"""The transfers of 1 April, loaded in advance by IT, so that there is something to preview from the first day."""

import datetime as dt
from pathlib import Path

from directory.models import PlannedTransfer
from directory.services.transfer_loading import load_transfer
from directory.source import directory_in_file
from people.models import Account
from people.policies.roles import Role

FILE = "directory-2027-04-01.ldif"
APRIL = 4
REIWA_BEGAN = 2019


def plan_the_transfer(folder: Path, today: dt.date) -> None:
    """Load what the hall's directory says after the transfers for the next 1 April; once, also if it is withdrawn."""
    if PlannedTransfer.objects.exists():
        return
    this_year = dt.date(today.year, APRIL, 1)
    day = this_year if today < this_year else dt.date(today.year + 1, APRIL, 1)
    load_transfer(
        directory=directory_in_file(folder / FILE),
        title=f"令和{day.year - REIWA_BEGAN + 1}年4月1日付け人事異動",
        effective_on=day,
        file_name=FILE,
        account=Account.objects.filter(roles__contains=[Role.IT.value]).order_by("pk")[0],
    )
