"""Passages on their way from a file into the log."""

from django.db import models


class StagedPassage(models.Model):
    """A line of a file that is being taken over. Nobody reads these but the import.

    The table is unlogged (migration 0002): a crash of PostgreSQL empties it, which the import notices, and it is never
    in a copy of the database. It has no foreign keys: millions of rows are checked when they are published.
    """

    pk = models.CompositePrimaryKey("file_id", "line")
    file_id = models.BigIntegerField()
    line = models.IntegerField()
    person_id = models.BigIntegerField()
    gate = models.CharField(max_length=16)
    floor_id = models.BigIntegerField(null=True)
    direction = models.CharField(max_length=3)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.file_id}:{self.line}"
