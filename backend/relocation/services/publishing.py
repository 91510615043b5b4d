"""Publish a draft, and say how many bookings that moved and gave up."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from core.locks import PLACES_AS_THEY_ARE, lock
from relocation.models import Displacement
from relocation.policies.causes import Because, DisplacementState
from spaces.models import Layout
from spaces.policies.layout_change import Displaced
from spaces.services.draft_publishing import publish_draft


@dataclass(frozen=True, slots=True)
class Published:
    layout: Layout
    moved: int
    given_up: int


@transaction.atomic
def publish_and_relocate(*, draft_id: int, revision: int, displaced: Displaced) -> Published:
    """Publish the draft in one transaction with what it displaces. Raises as `publish_draft` does."""
    lock(PLACES_AS_THEY_ARE)  # only who holds it alone writes displacements that are not answers
    last = Displacement.objects.aggregate(last=Max("pk"))["last"] or 0
    layout = publish_draft(draft_id=draft_id, revision=revision, displaced=displaced)
    made = Displacement.objects.filter(pk__gt=last).exclude(because=Because.RESTORED)
    moved = made.filter(state=DisplacementState.MOVED).count()
    return Published(layout, moved, made.count() - moved)
