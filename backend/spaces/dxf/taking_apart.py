"""From a DXF document to lines, letterings and placed blocks; blocks within blocks are opened, curves become lines."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from ezdxf import colors, disassemble
from ezdxf.document import Drawing
from ezdxf.entities.dxfentity import DXFEntity
from ezdxf.entities.dxfgfx import DXFGraphic
from ezdxf.entities.insert import Insert
from ezdxf.entities.lwpolyline import LWPolyline
from ezdxf.entities.mtext import MText
from ezdxf.entities.text import Text
from ezdxf.math import Vec3

from core.refused import Refused
from spaces.dxf.opening import BROKEN, readable
from spaces.dxf.parsed import MOST_LAYERS, Lettering, Line, ParsedBlock, ParsedDrawing, ParsedLayer, Placed
from spaces.dxf.units import units_of
from spaces.policies.refusals import PlaceRefusal

MOST_ENTITIES = 100_000
MOST_POINTS = 600_000
DEEPEST = 8
LONGEST_TEXT = 80
LOOKED_AT = 2_000
FARTHEST = 1e9
BRIGHTEST = 0.5
"""Of a layer's colour, from 0 to 1: CAD draws on black, and its yellow cannot be seen on white."""
DRAWN = frozenset({"LINE", "LWPOLYLINE", "POLYLINE", "ARC", "CIRCLE", "ELLIPSE", "SPLINE", "SOLID", "TRACE", "3DFACE"})
FLATTENED_TO_METRES = 0.01
"""How far the short lines that stand for a curve may lie beside it."""
Box = tuple[float, float, float, float]


def taken_apart(drawing: Drawing) -> ParsedDrawing:
    """Everything of the model space that a floor plan can show. Raises Refused: `dxf_empty`, `dxf_too_detailed`."""
    found = _Found(drawing)
    found.walk(drawing.modelspace(), None, (), 0)
    if not found.lines and not found.placed:
        raise Refused(PlaceRefusal.DXF_EMPTY)
    return found.parsed()


@dataclass
class _Found:
    drawing: Drawing
    lines: list[Line] = field(default_factory=list)
    letterings: list[Lettering] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    layers: dict[str, int] = field(default_factory=dict)
    blocks: dict[str, int] = field(default_factory=dict)
    boxes: dict[str, Box | None] = field(default_factory=dict)
    entities: int = 0
    points: int = 0

    def __post_init__(self) -> None:
        self.flattening = FLATTENED_TO_METRES / units_of(self.drawing, _rough_size(self.drawing))[1]

    def walk(self, entities: Iterable[DXFEntity], layer: str | None, blocks: tuple[int, ...], depth: int) -> None:
        """Note every entity; those on layer 0 of a block lie on the layer of the block."""
        for entity in entities:
            self.spend(1)
            if not isinstance(entity, DXFGraphic) or entity.dxf.get("invisible", 0):
                continue
            own = self.text(str(entity.dxf.get("layer", "0")))
            on = layer if layer is not None and own == "0" else own
            try:
                self.note(entity, on, blocks, depth)
            except BROKEN:
                self.left_out[entity.dxftype()] += 1

    def note(self, entity: DXFGraphic, layer: str, blocks: tuple[int, ...], depth: int) -> None:
        if isinstance(entity, Insert):
            self.open_insert(entity, layer, blocks, depth)
        elif isinstance(entity, MText):
            lines = entity.plain_text(split=True)
            self.letter(layer, blocks, entity.dxf.insert, entity.dxf.char_height, entity.get_rotation(), lines)
        elif isinstance(entity, Text) and entity.dxftype() == "TEXT":
            self.letter(layer, blocks, entity.dxf.insert, entity.dxf.height, entity.dxf.rotation, [entity.plain_text()])
        elif entity.dxftype() in DRAWN:
            points = self.flattened(entity)
            if len(points) >= 4:
                self.lines.append(Line(self.layer(layer), blocks, points))
        elif entity.dxftype() not in ("ATTDEF", "ATTRIB", "POINT"):
            self.left_out[entity.dxftype()] += 1

    def open_insert(self, insert: Insert, layer: str, blocks: tuple[int, ...], depth: int) -> None:
        self.spend(max(insert.mcount, 1))
        if depth >= DEEPEST or insert.block() is None:
            self.left_out["INSERT"] += 1
            return
        name = self.block_name(insert)
        inside = (*blocks, self.blocks.setdefault(name, len(self.blocks))) if name else blocks
        for one in insert.multi_insert() if insert.mcount > 1 else (insert,):
            if name:
                self.place(one, name, layer)
            self.walk(one.virtual_entities(), layer, inside, depth + 1)

    def place(self, insert: Insert, name: str, layer: str) -> None:
        box = self.box_of(insert)
        if box is None:
            return
        matrix = insert.matrix44()
        middle = matrix.transform(Vec3((box[0] + box[2]) / 2, (box[1] + box[3]) / 2))
        right, up = matrix.transform_direction(Vec3(1, 0)), matrix.transform_direction(Vec3(0, 1))
        numbers = (middle.x, middle.y, (box[2] - box[0]) * right.magnitude, (box[3] - box[1]) * up.magnitude)
        if not all(map(_usable, numbers)):
            return
        x, y, width, height = (round(number, 4) for number in numbers)
        marks = {self.text(str(mark.dxf.tag))[:LONGEST_TEXT]: self.text(str(mark.dxf.text)) for mark in insert.attribs}
        attributes = {tag: value.strip()[:LONGEST_TEXT] for tag, value in marks.items()}
        turn = round(math.degrees(math.atan2(right.y, right.x)), 2)
        self.placed.append(Placed(self.blocks[name], self.layer(layer), x, y, width, height, turn, attributes))

    def box_of(self, insert: Insert) -> Box | None:
        """The box around the lines of a block's definition, in its own units; None for one without lines."""
        name = str(insert.dxf.name)
        if name not in self.boxes:
            self.boxes[name] = None  # a block that holds itself has no box of its own
            inner = _Found(self.drawing, entities=self.entities, points=self.points, boxes=self.boxes)
            block = insert.block()
            inner.walk(block if block is not None else (), None, (), 1)
            self.entities, self.points = inner.entities, inner.points
            every = [line.points for line in inner.lines]
            if every:
                xs = [x for points in every for x in points[0::2]]
                ys = [y for points in every for y in points[1::2]]
                self.boxes[name] = (min(xs), min(ys), max(xs), max(ys))
        return self.boxes[name]

    def block_name(self, insert: Insert) -> str:
        """The name as it was drawn: of a dynamic block that of its origin; empty for one without a name of its own."""
        name = str(insert.dxf.name)
        if not name.startswith("*"):
            return self.text(name)
        record = self.drawing.block_records.get(name)
        if record is None or not record.has_xdata("AcDbBlockRepBTag"):
            return ""
        handle = next((tag.value for tag in record.get_xdata("AcDbBlockRepBTag") if tag.code == 1005), "")
        origin = self.drawing.entitydb.get(str(handle))
        return "" if origin is None else self.text(str(origin.dxf.get("name", "")))

    def letter(
        self, layer: str, blocks: tuple[int, ...], at: Vec3, height: float, rotation: float, lines: Iterable[str]
    ) -> None:
        for number, line in enumerate(lines):
            text = self.text(line).strip()[:LONGEST_TEXT]
            y = at.y - number * height * 1.6
            if text and all(map(_usable, (at.x, y, height, rotation))) and height > 0:
                place = (round(at.x, 4), round(y, 4), round(height, 4), round(rotation, 2))
                self.letterings.append(Lettering(self.layer(layer), blocks, *place, text))

    def flattened(self, entity: DXFGraphic) -> tuple[float, ...]:
        points = [(round(vertex.x, 4), round(vertex.y, 4)) for vertex in _vertices(entity, self.flattening)]
        self.points += len(points)
        if self.points > MOST_POINTS:
            raise Refused(PlaceRefusal.DXF_TOO_DETAILED)
        return tuple(number for point in points for number in point) if all(map(_usable_point, points)) else ()

    def layer(self, name: str) -> int:
        number = self.layers.setdefault(name, len(self.layers))
        if number >= MOST_LAYERS:
            raise Refused(PlaceRefusal.DXF_TOO_DETAILED)
        return number

    def spend(self, count: int) -> None:
        """Blocks within blocks can stand for any number of lines, so every one opened is counted."""
        self.entities += count
        if self.entities > MOST_ENTITIES:
            raise Refused(PlaceRefusal.DXF_TOO_DETAILED)

    def text(self, written: str) -> str:
        return readable(written, self.drawing.encoding).replace("\0", "")

    def parsed(self) -> ParsedDrawing:
        xs = [x for line in self.lines for x in line.points[0::2]] + [one.x for one in self.placed]
        ys = [y for line in self.lines for y in line.points[1::2]] + [one.y for one in self.placed]
        units, metres, known = units_of(self.drawing, max(max(xs) - min(xs), max(ys) - min(ys)))
        on_layer = Counter(line.layer for line in self.lines) + Counter(one.layer for one in self.letterings)
        set_on = Counter(one.layer for one in self.placed)
        colours = {self.text(layer.dxf.name): _colour(layer.dxf.color) for layer in self.drawing.layers}
        return ParsedDrawing(
            units=units,
            metres_per_unit=metres,
            units_known=known,
            layers=tuple(
                ParsedLayer(name, colours.get(name, "#333333"), on_layer[number], set_on[number])
                for name, number in self.layers.items()
            ),
            blocks=tuple(self.parsed_block(name, number) for name, number in self.blocks.items()),
            lines=tuple(self.lines),
            letterings=tuple(self.letterings),
            placed=tuple(self.placed),
            left_out=dict(self.left_out),
        )

    def parsed_block(self, name: str, number: int) -> ParsedBlock:
        every = [one for one in self.placed if one.block == number]
        layers = list(self.layers)
        most = Counter(one.layer for one in every).most_common(1)
        return ParsedBlock(
            name=name,
            layer=layers[most[0][0]] if most else "",
            count=len(every),
            width=every[0].width if every else 0.0,
            height=every[0].height if every else 0.0,
            attributes=tuple(sorted({tag for one in every for tag in one.attributes})),
        )


def _vertices(entity: DXFGraphic, flattening: float) -> Iterator[Vec3]:
    primitive = disassemble.make_primitive(entity, flattening)
    yield from primitive.vertices()


def _rough_size(drawing: Drawing) -> float:
    """How far the first lines and blocks lie from one another, to tell metres from millimetres before all is read."""
    places = [place for entity in islice(drawing.modelspace(), LOOKED_AT) if (place := _first_place(entity))]
    if not places:
        return 0.0
    xs, ys = [place.x for place in places], [place.y for place in places]
    return float(max(max(xs) - min(xs), max(ys) - min(ys)))


def _first_place(entity: DXFGraphic) -> Vec3 | None:
    place = None
    if isinstance(entity, LWPolyline):
        place = next((Vec3(point) for point in entity.get_points("xy")), None)
    elif entity.dxf.hasattr("start"):
        place = Vec3(entity.dxf.start)
    elif entity.dxf.hasattr("insert"):
        place = Vec3(entity.dxf.insert)
    return place if place is not None and _usable(place.x) and _usable(place.y) else None


def _usable(number: float) -> bool:
    return math.isfinite(number) and abs(number) <= FARTHEST


def _usable_point(point: tuple[float, float]) -> bool:
    return _usable(point[0]) and _usable(point[1])


def _colour(index: int) -> str:
    """A colour of AutoCAD's index as it can be seen on white."""
    number = abs(int(index))
    if not 1 <= number <= 255 or number in (7, 255):
        return "#333333"
    colour = colors.int2rgb(colors.DXF_DEFAULT_COLORS[number])
    darker = min(1.0, BRIGHTEST / max(colour.luminance, 0.01))
    return colors.RGB(*(round(part * darker) for part in colour)).to_hex()
