"""People whose names nobody needs any more."""

import datetime as dt

from core.revision import Slow, bump
from people.models import Person, PersonKind

FORGOTTEN_NUMBER = "FORGOTTEN"
FORGOTTEN_NAME = "（記録を消した人）"
_LONG_AGO = dt.date(2000, 1, 1)


def nobody_in_particular() -> int:
    """The id of the one person whom records name after their own people are forgotten; made when first asked for.

    On no roll, in no section, found by no search.
    """
    person, _made = Person.objects.get_or_create(
        number=FORGOTTEN_NUMBER,
        defaults={
            "kind": PersonKind.NOBODY,
            "name": FORGOTTEN_NAME,
            "family_name": FORGOTTEN_NAME,
            "active_from": _LONG_AGO,
            "active_to": _LONG_AGO,
        },
    )
    return int(person.pk)


def forget_visitors_of(day: dt.date) -> int:
    """Visitors whose visit ended on `day` or before have no name any more; who received them stays. See Forget."""
    gone = list(Person.objects.filter(kind=PersonKind.VISITOR, active_to__lte=day).exclude(name=FORGOTTEN_NAME))
    for visitor in gone:
        visitor.name = visitor.family_name = FORGOTTEN_NAME
        visitor.given_name = visitor.kana = visitor.mail = visitor.organisation = ""
        visitor.fold_names()
    Person.objects.bulk_update(
        gone, ["name", "family_name", "given_name", "kana", "mail", "organisation", "search_text"]
    )
    if gone:
        bump(Slow.PEOPLE)
    return len(gone)
