"""A floor in work, so that the editor, the review and the versions have something to show."""

import datetime as dt

from demonstration.services.playing import account_of, as_person
from people.policies.roles import Role
from spaces.models import Floor, LayoutDraft
from spaces.services.drafts import begin_draft, save_draft

FLOOR = "10"
DAYS_AHEAD = 21
RETIRED = 4
MOVED_METRES = 0.4


def draft_a_floor(today: dt.date) -> None:
    """One draft three weeks ahead, once: a few desks less, one row a little further on, and one desk out of use."""
    floor = Floor.objects.select_related("building").filter(code=FLOOR).first()
    if floor is None or LayoutDraft.objects.exists():
        return
    facilities = account_of(Role.FACILITIES)
    if facilities is None or facilities.person is None:
        return
    with as_person(facilities.person):
        _draft(floor, today + dt.timedelta(days=DAYS_AHEAD))


def _draft(floor: Floor, effective_from: dt.date) -> None:
    draft = begin_draft(floor=floor, effective_from=effective_from, name="窓口まわりの模様替え")
    content = draft.content
    desks = [desk for desk in content["desks"] if desk["mode"] == "bookable"]
    gone = {desk["code"] for desk in desks[:RETIRED]}
    row = {desk["code"] for desk in desks[RETIRED : 3 * RETIRED]}
    desks[-1]["mode"] = "unavailable"
    content["desks"] = [
        {**desk, "y": round(desk["y"] + MOVED_METRES, 3)} if desk["code"] in row else desk
        for desk in content["desks"]
        if desk["code"] not in gone
    ]
    save_draft(
        draft_id=draft.pk,
        revision=draft.revision,
        content=content,
        effective_from=draft.effective_from,
        name=draft.name,
    )
