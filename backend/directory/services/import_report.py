"""What an import of people changed, or would change."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from directory.policies.runs import Did


@dataclass(frozen=True, slots=True)
class ImportChange:
    """One thing that changed: what it is (department, person, post), its code or number, fields with old and new."""

    what: str
    key: str
    did: Did
    fields: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)

    def __str__(self) -> str:
        details = ", ".join(f"{name}: {old} → {new}" for name, (old, new) in self.fields.items())
        return f"{self.what} {self.key} {self.did.value}" + (f" ({details})" if details else "")


@dataclass(slots=True)
class ImportReport:
    """Every change in the order in which it was made."""

    changes: list[ImportChange] = field(default_factory=list)

    def note(self, what: str, key: str, did: Did, fields: Mapping[str, tuple[Any, Any]] | None = None) -> None:
        self.changes.append(ImportChange(what, key, did, fields or {}))

    def counts(self) -> dict[str, int]:
        """How many changes of each kind: `{"person added": 3, …}`."""
        return dict(Counter(f"{change.what} {change.did.value}" for change in self.changes))
