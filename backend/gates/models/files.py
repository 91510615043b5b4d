"""Files of the gate system: what came of each."""

from django.db import models
from django.db.models import Q

from gates.policies.file_states import FileState


class GateLogFile(models.Model):
    """ゲート記録ファイル: one content, however often it comes and under whatever name; `digest` is its SHA-256.

    `line` is the last line that was looked at (1 is the header), and `skipped_lines` how many of them an earlier file
    of which this is the continuation had already brought. The counts are of the lines after those and add up to `read`:
    see gates.services.counting. `faults` holds the first of the faulty lines, `problem` why a file failed. `earlier`
    is the report of the last time it was done, while it is read again and until that is done: gates.selectors.reports.
    """

    name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64, unique=True)
    size = models.BigIntegerField(help_text="bytes as it came, compressed or not")
    state = models.CharField(max_length=10, choices=[(state.value, state.value) for state in FileState])
    asked_by = models.CharField(max_length=150, blank=True)
    asked_by_id = models.BigIntegerField(null=True, help_text="the account")
    asked_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    touched_at = models.DateTimeField(help_text="when anything of this last changed")
    cancel_wanted = models.BooleanField(default=False)
    continues = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="+", db_index=False)
    skipped_lines = models.PositiveBigIntegerField(default=0)
    line = models.PositiveBigIntegerField(default=0)
    read_bytes = models.BigIntegerField(default=0)
    staged = models.PositiveBigIntegerField(default=0)
    published = models.PositiveBigIntegerField(default=0)
    read = models.PositiveBigIntegerField(default=0)
    new = models.PositiveBigIntegerField(default=0)
    doubles = models.PositiveBigIntegerField(default=0)
    unknown = models.PositiveBigIntegerField(default=0)
    future = models.PositiveBigIntegerField(default=0)
    faulty = models.PositiveBigIntegerField(default=0)
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    faults = models.JSONField(default=list)
    problem = models.JSONField(null=True)
    earlier = models.JSONField(null=True)

    class Meta:
        indexes = [models.Index(fields=["-asked_at", "-id"], name="gate_log_file_newest")]
        constraints = [
            models.CheckConstraint(
                name="gate_log_file_state_known", condition=Q(state__in=[state.value for state in FileState])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.state})"


class GateLogPart(models.Model):
    """A piece of a file that was sent, until it is done: so any worker on any machine can read it, and read on."""

    file = models.ForeignKey(GateLogFile, on_delete=models.CASCADE, related_name="parts", db_index=False)
    number = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "number"], name="gate_log_part_once")]

    def __str__(self) -> str:
        return f"{self.file_id}/{self.number}"


class UnknownCard(models.Model):
    """A card of nobody on the roll that a file tells of on a day. What such a card passed is not kept.

    While a file is read its cards are `staged`, beside those that an earlier reading of it found.
    """

    file = models.ForeignKey(GateLogFile, on_delete=models.CASCADE, related_name="unknown_cards", db_index=False)
    day = models.DateField()
    card = models.CharField(max_length=32)
    passages = models.PositiveIntegerField()
    staged = models.BooleanField(default=False, db_default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "day", "card", "staged"], name="unknown_card_once")]
        indexes = [models.Index(fields=["day", "card"], name="unknown_card_of_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.card}"
