"""Drafts: a floor as facilities would like to have it from a day on, before it is published."""

from django.db import models

from spaces.models.building import Floor
from spaces.models.layout import Layout


class LayoutDraft(models.Model):
    """レイアウト案. `content` is what spaces.drafting.content describes; it may hold mistakes until it is published.

    `revision` goes up with every save, so that nobody writes over what somebody else saved meanwhile. A draft that was
    published or put away stays as a record.
    """

    floor = models.ForeignKey(Floor, on_delete=models.PROTECT, related_name="drafts")
    name = models.CharField(max_length=100, blank=True)
    effective_from = models.DateField()
    content = models.JSONField()
    plan = models.TextField(help_text="sanitised SVG behind the desks; as long as the draft lives it stays the same")
    based_on = models.ForeignKey(Layout, on_delete=models.SET_NULL, null=True, related_name="+")
    revision = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField()
    updated_by = models.CharField(max_length=150, blank=True, help_text="the name of whoever saved it last")
    put_away_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    layout = models.ForeignKey(
        Layout, on_delete=models.SET_NULL, null=True, related_name="+", help_text="what it was published as"
    )

    class Meta:
        indexes = [
            models.Index(
                fields=["floor", "effective_from"],
                name="draft_in_work",
                condition=models.Q(put_away_at__isnull=True, published_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.floor_id} {self.effective_from} r{self.revision}"
