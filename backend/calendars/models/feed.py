"""Secret addresses under which calendars read days."""

from django.db import models
from django.db.models import Q

from calendars.policies.choices import FeedKind
from people.models import Department, Person

ONE_LIVE_FEED = "one_live_feed_of_a_kind"


class Feed(models.Model):
    """カレンダーの購読アドレス. Found by the digest of its secret; the secret is stored sealed, to be shown again.

    Renewed, it has another secret and the old address is none any more. Revoked, it stays as a record.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="feeds")
    kind = models.CharField(max_length=8, choices=[(k.value, k.value) for k in FeedKind])
    department = models.ForeignKey(Department, on_delete=models.PROTECT, null=True, related_name="+")
    secret_digest = models.CharField(max_length=64, unique=True, help_text="SHA-256, in hexadecimal")
    sealed_secret = models.BinaryField()
    created_at = models.DateTimeField()
    renewed_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    last_read_at = models.DateTimeField(null=True, help_text="when somebody last read it, to within an hour")
    last_reader = models.CharField(max_length=200, blank=True, help_text="what the reader calls itself")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "department"],
                name=ONE_LIVE_FEED,
                condition=Q(revoked_at__isnull=True),
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="feed_of_a_section_names_it",
                condition=Q(kind="section", department__isnull=False) | Q(kind="personal", department__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind}"
