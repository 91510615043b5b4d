"""The rules of telework as they are set, kept in the process until their revision moves."""

from collections.abc import Mapping, Sequence

from core.revision import KeptByRevision, PerRevision, Slow
from core.rules import Owner
from core.words import Language
from telework.models import TeleworkRule
from telework.policies.rules import DEFAULTS, TeleworkRow, TeleworkRules, rules_in_force

EVERYONE: Mapping[Language, str] = {"ja": "全庁", "en": "the whole hall"}


def rules_for(lineage: Sequence[int], slow: Mapping[Slow, int]) -> TeleworkRules:
    """Every rule for people of the department at the end of `lineage` (Department.lineage), with whose word it is.

    An empty lineage is somebody in no department: the rules for everyone. `slow` is what `revisions()` answers; costs
    a query only when the rules have changed.
    """
    revision = slow[Slow.TELEWORK]
    return _by_lineage.get(tuple(lineage), revision, lambda: rules_in_force(_rows.get("all", revision), lineage))


def row_of(rule: TeleworkRule) -> TeleworkRow:
    """A row as the policies take it; its department has to be at hand, and it need not be saved."""
    says = {name: getattr(rule, name) for name in DEFAULTS}
    return TeleworkRow(
        owner=Owner(
            name={"ja": rule.name, "en": rule.name_en or rule.name},
            owner={"ja": rule.owner, "en": rule.owner_en or rule.owner},
            scope={"ja": rule.department.name, "en": rule.department.name} if rule.department else EVERYONE,
        ),
        department_id=rule.department_id,
        says={
            name: tuple(value) if isinstance(value, list) else value
            for name, value in says.items()
            if value not in (None, "")
        },
    )


def _read_rows(_key: str) -> Sequence[TeleworkRow]:
    return tuple(row_of(rule) for rule in TeleworkRule.objects.select_related("department").order_by("pk"))


_rows = PerRevision(_read_rows)
_by_lineage: KeptByRevision[tuple[int, ...], TeleworkRules] = KeptByRevision(most=1024)
