"""An address under which a wall screen shows a floor without signing in."""

from django.db import models

from people.models import Account
from spaces.models import Floor


class DisplayLink(models.Model):
    """案内表示: one floor for one wall. The table holds a digest of the address's key, so nobody can read it there.

    One that is revoked stays, as a record of who could see the floor until when.
    """

    floor = models.ForeignKey(Floor, on_delete=models.PROTECT, related_name="displays")
    name = models.CharField(max_length=60, help_text="where it hangs")
    names = models.BooleanField(default=False, help_text="family names of those whom everyone may see")
    key_digest = models.CharField(max_length=64, unique=True)
    created_by = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    last_seen_at = models.DateTimeField(null=True, help_text="when a screen last asked, to within some minutes")

    def __str__(self) -> str:
        return f"{self.name} ({self.floor_id})"
