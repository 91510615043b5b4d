"""A drawing taken apart into what can be chosen of it: plain values that go into a table and come back."""

from dataclasses import asdict, dataclass, field
from typing import Any, Self

MOST_LAYERS = 500
DESK_SHORTER, DESK_LONGER = (0.4, 1.3), (0.6, 2.6)
"""In metres, a chair drawn with the desk included."""


@dataclass(frozen=True, slots=True)
class ParsedLayer:
    """A layer: its colour as #rrggbb, how many lines and texts it has, and how many blocks are set on it."""

    name: str
    colour: str
    entities: int
    blocks: int


@dataclass(frozen=True, slots=True)
class ParsedBlock:
    """A block that is set at least once: the layer it is set on most, its size as first set, the tags of its marks."""

    name: str
    layer: str
    count: int
    width: float
    height: float
    attributes: tuple[str, ...]

    def desk_like(self, metres_per_unit: float) -> bool:
        """Whether it is as large as a desk, by its longer and its shorter side."""
        shorter, longer = sorted((self.width * metres_per_unit, self.height * metres_per_unit))
        return DESK_SHORTER[0] <= shorter <= DESK_SHORTER[1] and DESK_LONGER[0] <= longer <= DESK_LONGER[1]


@dataclass(frozen=True, slots=True)
class Line:
    """A polyline on a layer, inside `blocks`; x and y in turn."""

    layer: int
    blocks: tuple[int, ...]
    points: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Lettering:
    """A text: where its first line begins, how high its letters are, and its turn in degrees anticlockwise."""

    layer: int
    blocks: tuple[int, ...]
    x: float
    y: float
    height: float
    rotation: float
    text: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A block set once: the middle, size and turn (degrees anticlockwise) of its box, and what it is marked with."""

    block: int
    layer: int
    x: float
    y: float
    width: float
    height: float
    rotation: float
    attributes: dict[str, str]


@dataclass(frozen=True, slots=True)
class ParsedDrawing:
    """Everything in units of the drawing, y upwards. Lines, letterings and places name layers and blocks by number."""

    units: str
    metres_per_unit: float
    units_known: bool
    layers: tuple[ParsedLayer, ...]
    blocks: tuple[ParsedBlock, ...]
    lines: tuple[Line, ...] = ()
    letterings: tuple[Lettering, ...] = ()
    placed: tuple[Placed, ...] = ()
    left_out: dict[str, int] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Values that JSON takes."""
        shape = asdict(self)
        shape["lines"] = [[line.layer, line.blocks, line.points] for line in self.lines]
        return shape

    @classmethod
    def of_json(cls, shape: dict[str, Any]) -> Self:
        """What `as_json` was made of."""
        return cls(
            units=shape["units"],
            metres_per_unit=shape["metres_per_unit"],
            units_known=shape["units_known"],
            layers=tuple(ParsedLayer(**layer) for layer in shape["layers"]),
            blocks=tuple(
                ParsedBlock(**{**block, "attributes": tuple(block["attributes"])}) for block in shape["blocks"]
            ),
            lines=tuple(Line(layer, tuple(blocks), tuple(points)) for layer, blocks, points in shape["lines"]),
            letterings=tuple(Lettering(**{**one, "blocks": tuple(one["blocks"])}) for one in shape["letterings"]),
            placed=tuple(Placed(**one) for one in shape["placed"]),
            left_out=shape["left_out"],
        )
