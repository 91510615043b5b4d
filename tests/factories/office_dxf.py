"""An office floor as Japanese offices draw it in CAD: millimetres, 画層 for walls, columns, furniture; desk blocks."""

import io

from ezdxf.document import Drawing
from ezdxf.enums import TextEntityAlignment
from ezdxf.filemanagement import new
from ezdxf.layouts.blocklayout import BlockLayout

WIDTH, DEPTH = 24_000, 14_000
"""Of the floor's inside, in millimetres."""
LAYERS = {"壁": 7, "柱": 8, "家具": 3, "文字": 2, "寸法": 1}
DESK = "DESK_1200"
ROUND_TABLE = "TABLE_R900"
ISLAND = "島型6席"
ORIGIN = (250_000.0, -80_000.0)
"""Drawings seldom begin at 0 0."""


def office(version: str = "R2010", *, units: int = 4, encoding: str = "cp932") -> Drawing:
    """20 desks (8 along the wall with their numbers, 12 in two islands), a table, walls, columns, words."""
    drawing = new(version)
    drawing.encoding = encoding if version < "R2007" else "utf-8"
    if version > "R12":
        drawing.header["$INSUNITS"] = units
    for name, colour in LAYERS.items():
        drawing.layers.add(name, color=colour)
    _desk(drawing.blocks.new(DESK))
    table = drawing.blocks.new(ROUND_TABLE)
    table.add_circle((0, 0), 450, dxfattribs={"layer": "0"})
    island = drawing.blocks.new(ISLAND)
    for number in range(3):
        island.add_blockref(DESK, (number * 1_200, 0))
        island.add_blockref(DESK, (number * 1_200 + 1_200, 0), dxfattribs={"rotation": 180})
    _draw(drawing)
    return drawing


def as_bytes(drawing: Drawing, *, binary: bool = False) -> bytes:
    """The file as CAD would save it."""
    if binary:
        stream = io.BytesIO()
        drawing.write(stream, fmt="bin")
        return stream.getvalue()
    text = io.StringIO()
    drawing.write(text)
    return text.getvalue().encode(drawing.output_encoding, errors="dxfreplace")


def _desk(block: BlockLayout) -> None:
    """A table top of 1200 by 700 with a drawer, drawn from its lower left, and a mark for its number."""
    block.add_polyline2d([(0, 0), (1_200, 0), (1_200, 700), (0, 700)], close=True, dxfattribs={"layer": "0"})
    block.add_line((900, 0), (900, 700), dxfattribs={"layer": "0"})
    block.add_attdef("NO", (100, 100), dxfattribs={"height": 150})


def _draw(drawing: Drawing) -> None:
    space = drawing.modelspace()
    left, low = ORIGIN
    corners = [(left, low), (left + WIDTH, low), (left + WIDTH, low + DEPTH), (left, low + DEPTH)]
    space.add_polyline2d(corners, close=True, dxfattribs={"layer": "壁"})
    space.add_arc((left + 2_000, low), 900, 0, 90, dxfattribs={"layer": "壁"})
    for column in range(4):
        x = left + 6_000 * column + 1_000
        space.add_polyline2d(
            [(x, low + 6_500), (x + 800, low + 6_500), (x + 800, low + 7_300), (x, low + 7_300)],
            close=True,
            dxfattribs={"layer": "柱"},
        )
    for number in range(8):
        desk = space.add_blockref(
            DESK, (left + 2_000 + 1_400 * number, low + DEPTH - 1_000), dxfattribs={"layer": "家具"}
        )
        desk.add_attrib("NO", f"08A-{number + 1:03}", (left, low))
    for number in range(2):
        space.add_blockref(ISLAND, (left + 3_000 + 8_000 * number, low + 4_000), dxfattribs={"layer": "家具"})
    space.add_blockref(
        ROUND_TABLE, (left + 20_000, low + 10_000), dxfattribs={"layer": "家具", "xscale": 2, "yscale": 2}
    )
    space.add_text("会議室１", height=400, dxfattribs={"layer": "文字"}).set_placement(
        (left + 18_000, low + 12_000), align=TextEntityAlignment.LEFT
    )
    if drawing.dxfversion > "AC1009":
        space.add_mtext(
            "執務室\n(8階)", dxfattribs={"layer": "文字", "char_height": 400, "insert": (left + 500, low + 12_000)}
        )
