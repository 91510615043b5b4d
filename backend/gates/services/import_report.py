"""What the import of a gate log did."""

from dataclasses import dataclass, field

from gates.gate_log import FaultyLine


@dataclass(slots=True)
class GateLogReport:
    """Counts of lines of one file; they add up to `read`.

    `new` were kept, `doubles` were known already or stand twice in the file, `unknown` are of cards that belong to
    nobody on the roll (`unknown_cards`), `future` are of a clock that runs ahead, `faulty` make no sense.
    """

    file: str
    read: int = 0
    new: int = 0
    doubles: int = 0
    unknown: int = 0
    future: int = 0
    unknown_cards: set[str] = field(default_factory=set)
    faulty: list[FaultyLine] = field(default_factory=list)
