"""The rules of booking as they are set, kept in the process until their revision moves."""

from collections.abc import Mapping, Sequence

from bookings.models import BookingRule
from bookings.policies.booking import BookingRules
from bookings.policies.rules import DEFAULTS, Owner, Rule, RuleRow, rule_in_force
from core.revision import PerRevision
from core.words import Language
from spaces.models import DeskMode

EVERYWHERE: Mapping[Language, str] = {"ja": "すべて", "en": "everywhere"}
MODES_IN_ENGLISH = {
    DeskMode.BOOKABLE: "bookable desks",
    DeskMode.DROP_IN: "drop-in desks",
    DeskMode.ASSIGNED: "assigned desks",
    DeskMode.UNAVAILABLE: "unavailable desks",
}


def rule_rows(revision: int) -> Sequence[RuleRow]:
    """Every row of rules; `revision` is that of Slow.RULES."""
    return _rows.get("all", revision)


class RulesHere:
    """The rules in force for one person, area and desk mode; each is looked up when it is asked for."""

    def __init__(self, rows: Sequence[RuleRow], *, area_id: int, desk_mode: str, lineage: Sequence[int]) -> None:
        self._rows = rows
        self._area_id = area_id
        self._desk_mode = desk_mode
        self._lineage = lineage

    def rule(self, name: str) -> Rule:
        return rule_in_force(name, self._rows, area_id=self._area_id, desk_mode=self._desk_mode, lineage=self._lineage)

    def number(self, name: str) -> int:
        """A rule that is a number: of days, or of bookings."""
        return int(self.rule(name).value)

    def minutes(self, name: str) -> int:
        """A rule that is a number of minutes."""
        return self.number(name)

    def for_booking(self) -> BookingRules:
        return BookingRules(
            window_working_days=self.rule("window_working_days"),
            max_live_bookings=self.rule("max_live_bookings"),
            longest_minutes=self.rule("longest_minutes"),
            who_may_book=self.rule("who_may_book"),
            closed_days_bookable=self.rule("closed_days_bookable"),
            series_window_days=self.rule("series_window_days"),
            max_series_dates=self.rule("max_series_dates"),
            no_show_limit=self.rule("no_show_limit"),
        )


def _read_rows(_key: str) -> Sequence[RuleRow]:
    rows = BookingRule.objects.select_related("area", "department").order_by("pk")
    return tuple(row_of(rule) for rule in rows)


def row_of(rule: BookingRule) -> RuleRow:
    """A row as the policies take it; it need not be saved."""
    says = {name: getattr(rule, name) for name in DEFAULTS}
    return RuleRow(
        owner=Owner(
            name={"ja": rule.name, "en": rule.name_en or rule.name},
            owner={"ja": rule.owner, "en": rule.owner_en or rule.owner},
            scope=_scope(rule),
        ),
        area_id=rule.area_id,
        desk_mode=rule.desk_mode or None,
        department_id=rule.department_id,
        says={name: value for name, value in says.items() if value not in (None, "")},
    )


def _scope(rule: BookingRule) -> Mapping[Language, str]:
    ja = [rule.area.code] if rule.area else []
    en = list(ja)
    if rule.desk_mode:
        mode = DeskMode(rule.desk_mode)
        ja.append(str(mode.label))
        en.append(MODES_IN_ENGLISH[mode])
    if rule.department:
        ja.append(rule.department.name)
        en.append(rule.department.name)
    return {"ja": "・".join(ja), "en": ", ".join(en)} if ja else EVERYWHERE


_rows = PerRevision(_read_rows)
