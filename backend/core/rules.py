"""What a rule says somewhere, and whose word it is: shared by everything that is set per place or department."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from core.refused import Refused, RuleNamed
from core.words import Language


@dataclass(frozen=True, slots=True)
class Owner:
    """A rule as refusals name it, in both languages; `in_language` gives the reader's words."""

    name: Mapping[Language, str]
    owner: Mapping[Language, str]
    scope: Mapping[Language, str]
    value: Any = None

    def in_language(self, language: Language) -> RuleNamed:
        return RuleNamed(self.name[language], self.owner[language], self.scope[language], self.value)


@dataclass(frozen=True, slots=True)
class Rule:
    """What one rule says here, and whose word it is."""

    value: Any
    owner: Owner

    @property
    def named(self) -> Owner:
        """Whose word it is, with what it says."""
        return Owner(self.owner.name, self.owner.owner, self.owner.scope, self.value)

    def refused(self, code: Any, **facts: Any) -> Refused:
        return Refused(code, {"rule": self.named, **facts})


BY_DEFAULT = Owner(
    name={"ja": "標準の規則", "en": "Default rule"},
    owner={"ja": "Kyoseki", "en": "Kyoseki"},
    scope={"ja": "すべて", "en": "everywhere"},
)
"""Whose word it is where nobody has said anything."""
