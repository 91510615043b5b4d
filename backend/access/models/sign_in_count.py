"""How often signing in has failed."""

from django.db import models


class SignInCount(models.Model):
    """Failed sign-ins since an instant, of one user name or from one address (`key` says which)."""

    key = models.CharField(max_length=200, primary_key=True)
    failures = models.PositiveIntegerField()
    since = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.key} {self.failures}"
