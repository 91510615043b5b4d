"""What a run would change: one change a thing, in a stable order, so that two plans can be told from each other."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from directory.policies.runs import Did, Subject
from directory.source import Finding

Value = str | bool | None


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changes.

    `key` is a person's number, a department's code, both for a post, or a user name. `department` is where, after the
    change or before an end. `fields` gives the old and the new value of each field that differs, under the names of
    the directory's values; of something new those that are not empty. `person_id` is None for departments and for
    people who are new, whose posts and accounts name them by `number`.
    """

    subject: Subject
    did: Did
    key: str
    label: str = ""
    department: str = ""
    fields: Mapping[str, tuple[Value, Value]] = field(default_factory=dict)
    person_id: int | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Every change, and the entries that make no sense, those of the roll and those found by comparing."""

    changes: Sequence[Change] = ()
    findings: Sequence[Finding] = ()

    def of(self, subject: Subject, *did: Did) -> list[Change]:
        """The changes of a subject, those of certain kinds or all."""
        return [one for one in self.changes if one.subject is subject and (not did or one.did in did)]

    def counts(self) -> dict[str, int]:
        """How many changes of each kind: `{"person.added": 3, …}`."""
        return dict(Counter(f"{one.subject.value}.{one.did.value}" for one in self.changes))

    def fingerprint(self) -> str:
        """The same for the same changes, whenever and wherever they are planned; empty when there is none."""
        if not self.changes:
            return ""
        digest = hashlib.sha256()
        for one in self.changes:
            row = [one.subject.value, one.did.value, one.key, one.label, one.department, sorted(one.fields.items())]
            digest.update(json.dumps(row, ensure_ascii=False).encode())
        return digest.hexdigest()
