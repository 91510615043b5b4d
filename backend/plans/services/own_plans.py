"""What people say of their own days: at the office, on a trip, on leave; and in which shift class."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from audit.services import record
from core import clock
from core.interval import Interval
from core.locks import Locked, lock
from core.refused import Refused
from core.revision import Slow, revisions
from plans.models import DayShift, OwnPlan, Place
from plans.policies.claims import OWN, OWN_OFFICE, PlanRefusal, Stretch
from plans.policies.own_days import (
    AWAY,
    GIVES_WAY_TO_A_WORD,
    OWN_KINDS,
    HalfWanted,
    Wish,
    Word,
    beside,
    day_refused,
    hours_taken,
    let_go_for,
    without,
)
from plans.selectors.ledger import held_within
from plans.selectors.own_days import halves_wanted, let_go_shape
from plans.selectors.working_days import city_calendar
from plans.services.ledger import Holder, claim, let_go, queue_for_claims


@transaction.atomic
def say_own_day(
    *,
    person_id: int,
    day: date,
    am: Word | None = None,
    pm: Word | None = None,
    shift: str | None = None,
    letting_go: bool = False,
) -> list[OwnPlan]:
    """Take the person's word for the halves of `day` that are given, and the shift class; the rest stays.

    A trip or a leave displaces desks and telework of that half when `letting_go`. Answers the plans set. Raises
    Refused: `plan_day_over`, `plan_day_closed`; `would_let_go` with what would give way, nothing being changed; and
    what the ledger or a holder refuses.
    """
    slow = revisions()
    works = city_calendar(slow[Slow.CALENDAR]).is_working_day(day)
    if refused := day_refused(day, clock.today(), works=works):
        raise refused
    whole = Interval(clock.day_start(day), clock.day_end(day))
    queue_for_claims([person_id], {person_id: [whole]}, GIVES_WAY_TO_A_WORD)
    if shift is not None:
        _set_shift(person_id, day, shift)
    wanted = halves_wanted(person_id, day, am, pm, slow)
    held = held_within(person_id, whole)
    giving_way = [one for one in held if any(one in let_go_for(half, held) for half in wanted)]
    if giving_way and not letting_go:
        raise Refused(PlanRefusal.WOULD_LET_GO, {"lets_go": [let_go_shape(one) for one in giving_way]})
    return [plan for half in wanted for plan in _say(person_id, day, half, held_within(person_id, whole))]


@transaction.atomic
def withdraw_own_plan(*, own_plan_id: int) -> bool:
    """Take one word of the person back; false, and nothing changed, where it does not stand any more.

    Raises Refused (`plan_day_over`) for a day that is over.
    """
    seen = OwnPlan.objects.only("person_id").get(pk=own_plan_id)
    lock((Locked.PERSON, seen.person_id))
    plan = OwnPlan.objects.select_for_update().get(pk=own_plan_id)
    if plan.withdrawn_at is not None:
        return False
    if refused := day_refused(plan.day, clock.today(), works=True):
        raise refused
    _withdraw(plan, because="withdrawn")
    return True


def let_own_plan_go(own_plan_id: int, during: Interval) -> None:
    """Give up what the person's word holds of `during`, in the caller's transaction; the rest of it is kept."""
    plan = OwnPlan.objects.select_for_update().get(pk=own_plan_id)
    if plan.withdrawn_at is not None:
        return
    _withdraw(plan, because="displaced")
    for rest in without(Interval.of_range(plan.during), during):
        _plan(plan.person_id, plan.day, rest, Place(plan.place), plan.note)


def _say(person_id: int, day: date, wanted: HalfWanted, held: Sequence[Stretch]) -> list[OwnPlan]:
    word = wanted.word
    before = [one for one in held if one.holder_kind in OWN_KINDS and one.during.overlaps(wanted.hours)]
    plans = {plan.pk: plan for plan in OwnPlan.objects.filter(pk__in=[one.holder_id for one in before])}
    if len(before) == 1 and _says_so(plans[before[0].holder_id], word, wanted.hours):
        return []
    for plan in plans.values():
        _withdraw(plan, because="withdrawn" if word.wish is Wish.USUAL else "changed")
    if word.wish is Wish.USUAL:
        return []
    place = Place(word.wish.value)
    at_a_desk = any(
        one.place == Place.OFFICE and one.during.overlaps(wanted.hours) for one in held if one not in before
    )
    if word.wish not in AWAY and at_a_desk:
        return []  # the desk says it already
    own = [one.during for one in held if one.holder_kind in OWN_KINDS and one not in before]
    during = beside(hours_taken(wanted, let_go_for(wanted, held)), own)
    return [_plan(person_id, day, during, place, word.note)]


def _says_so(plan: OwnPlan, word: Word, hours: Interval) -> bool:
    same = plan.place == word.wish and plan.note == word.note
    return same and Interval.of_range(plan.during).covers(hours)


def _plan(person_id: int, day: date, during: Interval, place: Place, note: str) -> OwnPlan:
    plan = OwnPlan.objects.create(
        person_id=person_id, day=day, during=during.as_range(), place=place, note=note, said_at=clock.now()
    )
    claim(
        person_id=person_id,
        during=during,
        place=place,
        holder=_holder(plan),
        displaces=GIVES_WAY_TO_A_WORD,
    )
    _tell("set", plan)
    return plan


def _withdraw(plan: OwnPlan, *, because: str) -> None:
    plan.withdrawn_at = clock.now()
    plan.save(update_fields=["withdrawn_at"])
    let_go(holder=_holder(plan), at=plan.withdrawn_at)
    _tell("withdrawn", plan, because=because)


def _holder(plan: OwnPlan) -> Holder:
    return Holder(OWN_OFFICE if plan.place == Place.OFFICE else OWN, plan.pk)


def _set_shift(person_id: int, day: date, shift: str) -> None:
    lock((Locked.PERSON, person_id))
    before = DayShift.objects.filter(person_id=person_id, day=day).values_list("shift", flat=True).first()
    if before == shift:
        return
    row, _ = DayShift.objects.update_or_create(person_id=person_id, day=day, defaults={"shift": shift})
    record(
        kind="day_shift.set",
        subject_kind="day_shift",
        subject_id=row.pk,
        before={"shift": before} if before else None,
        after={"person": person_id, "day": day, "shift": shift},
    )


def _tell(what: str, plan: OwnPlan, **more: str) -> None:
    """Where and when, and not what the person noted: that is for nobody who reads the record."""
    during = Interval.of_range(plan.during)
    record(
        kind=f"own_plan.{what}",
        subject_kind="own_plan",
        subject_id=plan.pk,
        after={
            "person": plan.person_id,
            "day": plan.day,
            "start": during.start,
            "end": during.end,
            "place": str(plan.place),
            **more,
        },
    )
