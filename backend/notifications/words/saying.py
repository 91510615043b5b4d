"""One kind of notice in one language."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.words import Language


@dataclass(frozen=True, slots=True)
class Saying:
    """The subject of its mail, which gives nothing away, and its sentence with `{fact}` in it."""

    subject: str
    says: str


Sayings = Mapping[str, Mapping[Language, Saying]]
