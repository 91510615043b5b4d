"""Registrations, and who may telework."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from core import clock
from core.refused import Refused
from core.revision import Slow
from people.models import Department, Person, PersonKind, Post
from telework.models import Registration
from telework.policies.registration import RegistrationFacts, Teleworker, telework_refused, telework_warned
from telework.policies.rules import TeleworkRules
from telework.selectors.rules import rules_for


@dataclass(frozen=True, slots=True)
class TeleworkFacts:
    """What is known of one person in a period: enough to say for each of its days whether they may telework."""

    person: Person | None
    posts: tuple[Post, ...]
    registrations: tuple[RegistrationFacts, ...]
    slow: Mapping[Slow, int]

    def department(self, day: date) -> Department | None:
        """That of the main post on `day`."""
        return next((post.department for post in self.posts if _holds(post, day)), None)

    def rules(self, day: date) -> TeleworkRules:
        """The rules for the person on `day`."""
        department = self.department(day)
        return rules_for(department.lineage if department else (), self.slow)

    def refused(self, day: date) -> Refused | None:
        """Why the person may not telework on `day`; None when they may."""
        return telework_refused(self.teleworker(day), day, self.rules(day))

    def warned(self, day: date) -> Refused | None:
        """What to bear in mind about that person and day, in the form of a refusal; None when there is nothing."""
        return telework_warned(self.teleworker(day), day, self.rules(day))

    def reason_class(self, day: date) -> str | None:
        """The reason of the registration in force on `day`: for whoever shares out what is short."""
        registered = self.teleworker(day).registered(day)
        return registered.reason_class if registered else None

    def teleworker(self, day: date) -> Teleworker:
        """The person on `day` as the policies take them."""
        department = self.department(day)
        person = self.person
        return Teleworker(
            on_the_roll=person is not None and person.kind == PersonKind.STAFF and _there(person, day),
            employment_class=person.employment_class if person else "",
            counter_duty=department is not None and department.counter_duty,
            registrations=self.registrations,
        )


def may_telework(person_id: int, day: date, slow: Mapping[Slow, int]) -> Refused | None:
    """Why the person may not telework on `day` at all, naming the rule; None when they may. Three queries."""
    return telework_facts([person_id], first=day, last=day, slow=slow)[person_id].refused(day)


def telework_facts(
    person_ids: Collection[int], *, first: date, last: date, slow: Mapping[Slow, int]
) -> dict[int, TeleworkFacts]:
    """What says who of these people may telework on which day from `first` to `last`; three queries for any number."""
    people = Person.objects.in_bulk(list(person_ids))
    posts: dict[int, list[Post]] = {}
    rows = Post.objects.filter(
        Q(active_to__isnull=True) | Q(active_to__gte=first),
        person_id__in=person_ids,
        kind=Post.Kind.MAIN,
        active_from__lte=last,
    )
    for post in rows.select_related("department"):
        posts.setdefault(post.person_id, []).append(post)
    registrations: dict[int, list[RegistrationFacts]] = {}
    for one in Registration.objects.filter(person_id__in=person_ids, valid_to__gte=first).order_by("valid_to", "pk"):
        registrations.setdefault(one.person_id, []).append(facts_of(one))
    return {
        pk: TeleworkFacts(people.get(pk), tuple(posts.get(pk, ())), tuple(registrations.get(pk, ())), slow)
        for pk in person_ids
    }


def facts_of(registration: Registration) -> RegistrationFacts:
    """A registration as the policies take it."""
    decided = registration.decided_at
    return RegistrationFacts(
        state=registration.state,
        reason_class=registration.reason_class,
        valid_from=registration.valid_from,
        valid_to=registration.valid_to,
        ended_on=None if decided is None else clock.city_day(decided),
    )


def _holds(post: Post, day: date) -> bool:
    return post.active_from <= day and (post.active_to is None or post.active_to >= day)


def _there(person: Person, day: date) -> bool:
    return (person.active_from is None or person.active_from <= day) and (
        person.active_to is None or person.active_to >= day
    )
