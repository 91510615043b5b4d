"""How long it is said who was where."""

from datetime import date

MONTHS_A_YEAR = 12


def kept_from(today: date, months: int) -> date | None:
    """The first day whose personal detail is kept: the first of the month `months` before this one. 0 keeps all: None.

    Whole months are forgotten, so what is forgotten is at least that old and at most a month older.
    """
    if months == 0:
        return None
    count = today.year * MONTHS_A_YEAR + today.month - 1 - months
    return date(count // MONTHS_A_YEAR, count % MONTHS_A_YEAR + 1, 1)
