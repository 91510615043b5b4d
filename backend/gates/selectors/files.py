"""Files of gate logs, the newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from core.pagination import Key
from gates.models import GateLogFile, GateLogPart
from gates.policies.progress import Reached


@dataclass(frozen=True, slots=True)
class FileFacts:
    """A file, whether its content is kept, and how many cards of nobody it tells of."""

    file: GateLogFile
    kept: bool
    unknown_cards: int

    @property
    def reached(self) -> Reached:
        """How far it is, for the policy that makes a share of it."""
        file = self.file
        skipped = file.skipped_lines
        return Reached(file.state, file.read_bytes, file.size, max(0, file.published - skipped), file.line - skipped)


KEY_TYPES = (str, int)


def file_key(facts: FileFacts) -> Key:
    """Its place in the list."""
    return facts.file.asked_at.astimezone(UTC).isoformat(), facts.file.pk


def fetch_files(key: Key | None, backwards: bool, limit: int) -> Sequence[FileFacts]:
    """At most `limit` files beyond `key`, as core.pagination wants them. Raises ValueError for a key of no file."""
    files = _files()
    if key is not None:
        asked_at, pk = datetime.fromisoformat(key[0]), key[1]
        older = Q(asked_at__lt=asked_at) | Q(asked_at=asked_at, pk__lt=pk)
        newer = Q(asked_at__gt=asked_at) | Q(asked_at=asked_at, pk__gt=pk)
        files = files.filter(newer if backwards else older)
    order = ("asked_at", "pk") if backwards else ("-asked_at", "-pk")
    return [_facts(file) for file in files.order_by(*order)[:limit]]


def file_facts(file_id: int) -> FileFacts:
    """One of them. Raises GateLogFile.DoesNotExist."""
    return _facts(_files().get(pk=file_id))


def _files() -> "QuerySet[GateLogFile]":
    parts = GateLogPart.objects.filter(file=OuterRef("pk"))
    cards = Count("unknown_cards__card", distinct=True, filter=Q(unknown_cards__staged=False))
    return GateLogFile.objects.annotate(is_kept=Exists(parts), cards=cards)


def _facts(file: GateLogFile) -> FileFacts:
    return FileFacts(file, bool(getattr(file, "is_kept")), int(getattr(file, "cards")))  # noqa: B009 - annotations, which the model's type does not know
