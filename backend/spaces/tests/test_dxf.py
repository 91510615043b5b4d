"""Drawings from CAD: taken apart whatever their version, unit and encoding, and turned into desks and a background."""

import io
from datetime import timedelta

import pytest
from ezdxf.filemanagement import new

from core import clock
from core.refused import Refused
from people.models import Account
from spaces.dxf.desks import Numbering, drawn_desks
from spaces.dxf.frame import frame_of
from spaces.dxf.opening import opened, readable
from spaces.dxf.parsed import ParsedDrawing
from spaces.dxf.taking_apart import taken_apart
from spaces.models import DxfDrawing, LayoutDraft
from spaces.services.dxf import forget_drawings
from tests.factories.office_dxf import DEPTH, DESK, ISLAND, ROUND_TABLE, WIDTH, as_bytes, office
from tests.fixtures.cast import TUESDAY


def parsed(content: bytes) -> ParsedDrawing:
    return taken_apart(opened(content))


@pytest.fixture(scope="module")
def drawing() -> ParsedDrawing:
    return parsed(as_bytes(office()))


def test_layers_and_blocks_are_named_and_counted(drawing):
    layers = {layer.name: (layer.entities, layer.blocks) for layer in drawing.layers}
    assert layers["壁"] == (2, 0)
    assert layers["柱"] == (4, 0)
    assert layers["文字"] == (3, 0)
    assert layers["家具"] == (20 * 2 + 1, 8 + 2 + 12 + 1)
    blocks = {block.name: block for block in drawing.blocks}
    assert {name: block.count for name, block in blocks.items()} == {DESK: 20, ISLAND: 2, ROUND_TABLE: 1}
    assert (blocks[DESK].width, blocks[DESK].height, blocks[DESK].attributes) == (1200, 700, ("NO",))
    assert (blocks[DESK].desk_like(0.001), blocks[ISLAND].desk_like(0.001)) == (True, False)
    assert blocks[ROUND_TABLE].width == pytest.approx(1800, abs=30)


@pytest.mark.parametrize(
    ("content", "units"),
    [
        (lambda: as_bytes(office("R12")), ("mm", False)),
        (lambda: as_bytes(office("R2000")), ("mm", True)),
        (lambda: as_bytes(office("R2000"), binary=True), ("mm", True)),
        (lambda: as_bytes(office("R2018"), binary=True), ("mm", True)),
        (lambda: as_bytes(office(units=0)), ("mm", False)),
        (lambda: as_bytes(office("R2000")).replace(b"ANSI_932", b"ANSI_1252"), ("mm", True)),
        (lambda: as_bytes(office("R2000"))[:-400], ("mm", True)),
    ],
    ids=["R12", "2000", "binary", "binary 2018", "unitless", "wrong code page", "cut off"],
)
def test_every_kind_of_file_gives_the_same_floor(drawing, content, units):
    found = parsed(content())
    assert {layer.name for layer in found.layers} == {"壁", "柱", "文字", "家具"}
    assert {block.name: block.count for block in found.blocks} == {DESK: 20, ISLAND: 2, ROUND_TABLE: 1}
    assert (found.units, found.units_known) == units
    assert "会議室１" in {lettering.text for lettering in found.letterings}


def test_it_goes_into_a_table_and_comes_back(drawing):
    assert ParsedDrawing.of_json(drawing.as_json()) == drawing


def test_desks_stand_where_their_blocks_do(drawing):
    desk = next(number for number, block in enumerate(drawing.blocks) if block.name == DESK)
    placed = [one for one in drawing.placed if one.block == desk]
    frame = frame_of(drawing, drawing.lines, placed, 0.001)
    assert (frame.width, frame.height) == (WIDTH / 1000 + 2, DEPTH / 1000 + 2)
    desks = drawn_desks(placed, frame, Numbering("08B-001", "NO"))
    assert len(desks) == 20
    assert sorted(desks)[:9] == [*(f"08A-{number:03}" for number in range(1, 9)), "08B-001"]
    first = desks["08A-001"]
    assert (first.x, first.y, first.width, first.height, first.rotation) == (3.0, 1.3, 1.2, 0.7, 0.0)
    facing = desks["08B-001"]
    assert {desk.rotation for desk in desks.values()} == {0.0, 180.0}
    assert (facing.width, facing.height, facing.x) == (1.2, 0.7, 4.0)


def test_a_turned_and_scaled_block_keeps_its_middle():
    drawing = new()
    drawing.header["$INSUNITS"] = 6
    block = drawing.blocks.new("D", base_point=(0.6, 0.35))
    block.add_lwpolyline([(0, 0), (1.2, 0), (1.2, 0.7), (0, 0.7)], close=True)
    space = drawing.modelspace()
    space.add_line((0, 0), (20, 10))
    space.add_blockref("D", (5, 4), dxfattribs={"rotation": 30, "xscale": -1})
    space.add_blockref("D", (10, 4), dxfattribs={"rotation": 90, "xscale": 1.5, "yscale": 1.5})
    found = parsed(as_bytes(drawing))
    desks = list(drawn_desks(found.placed, frame_of(found, found.lines, (), 1.0), Numbering("A-1")).values())
    assert [(desk.width, desk.height, desk.rotation) for desk in desks] == [(1.2, 0.7, 150.0), (1.8, 1.05, -90.0)]
    assert [(round(desk.x + desk.width / 2, 2), round(desk.y + desk.height / 2, 2)) for desk in desks] == [
        (6.0, 7.0),
        (11.0, 7.0),
    ]


@pytest.mark.parametrize(
    "content",
    [b"", b"hello", b"PK\x03\x04 not a drawing", b"\x00" * 100, b"AutoCAD Binary DXF\r\n\x1a\x00junk", b"AC1032" * 9],
)
def test_what_is_no_drawing_is_told_so(content):
    with pytest.raises(Refused) as refused:
        parsed(content)
    assert refused.value.code in ("dxf_unreadable", "dxf_empty")


def test_blocks_within_blocks_do_not_run_away(monkeypatch):
    monkeypatch.setattr("spaces.dxf.taking_apart.MOST_ENTITIES", 3_000)
    drawing = new()
    below = drawing.blocks.new("B0")
    for number in range(20):
        below.add_line((number, 0), (number, 1))
    for depth in range(1, 7):
        block = drawing.blocks.new(f"B{depth}")
        for number in range(12):
            block.add_blockref(f"B{depth - 1}", (number * 10, 0))
    drawing.modelspace().add_blockref("B6", (0, 0))
    with pytest.raises(Refused) as refused:
        parsed(as_bytes(drawing))
    assert refused.value.code == "dxf_too_detailed"


def test_a_block_set_in_rows_and_columns_counts_each_time():
    drawing = office()
    drawing.modelspace().add_blockref(
        DESK,
        (260_000, -70_000),
        dxfattribs={"row_count": 3, "column_count": 2, "row_spacing": 900, "column_spacing": 1300},
    )
    assert {block.name: block.count for block in parsed(as_bytes(drawing)).blocks}[DESK] == 26


@pytest.mark.parametrize(
    ("text", "encoding", "meant"),
    [
        ("壁".encode("cp932").decode("cp1252"), "cp1252", "壁"),
        ("壁".encode().decode("cp932", "surrogateescape"), "cp932", "壁"),
        ("壁", "cp932", "壁"),
        ("Möbel", "cp1252", "Möbel"),
        ("WALL", "cp1252", "WALL"),
        ("\udc81", "cp932", "?"),
    ],
)
def test_names_are_read_as_they_were_meant(text, encoding, meant):
    assert readable(text, encoding) == meant


@pytest.fixture
def facilities(hall, client_of):
    Account.objects.filter(person=hall.person("kudo")).update(roles=["facilities"])
    return client_of(hall.account("kudo"))


def send(client, content, name="8階.dxf"):
    file = io.BytesIO(content)
    file.name = name
    return client.post("/api/v1/dxf-drawings/", {"file": file}, format="multipart")


CHOICE = {
    "effective_from": TUESDAY.isoformat(),
    "desk_blocks": [DESK],
    "background_layers": ["壁", "柱", "文字", "家具"],
    "metres_per_unit": 0.001,
    "first_code": "08B-001",
    "number_attribute": "NO",
}


@pytest.mark.django_db
@pytest.mark.usefixtures("monday_morning")
def test_a_drawing_becomes_a_draft_of_a_new_floor(hall, facilities):
    kept = send(facilities, as_bytes(office("R2000")))
    assert kept.status_code == 201
    shape = kept.json()
    assert (shape["file_name"], shape["units"], shape["width"], shape["warnings"]) == ("8階.dxf", "mm", 26.0, [])
    preview = facilities.get(shape["preview_url"])
    assert preview["Content-Type"] == "image/svg+xml"
    assert "会議室１" in preview.content.decode()
    assert "8階" not in {floor["name"] for floor in facilities.get("/api/v1/floors/").json()}
    made = facilities.post(
        f"/api/v1/dxf-drawings/{shape['id']}/draft/", {**CHOICE, "building": hall.building.pk, "floor_code": "8"}
    )
    assert made.status_code == 201
    draft = made.json()
    assert (draft["floor"]["name"], draft["desks"], draft["areas"], draft["name"]) == ("8階", 20, 0, "8階.dxf")
    assert (draft["content"]["width"], draft["content"]["height"]) == (26.0, 16.0)
    plan = facilities.get(draft["plan_url"]).content.decode()
    assert "会議室１" in plan
    assert len(plan) < 6_000
    codes = {
        mistake["code"] for mistake in facilities.get(f"/api/v1/layout-drafts/{draft['id']}/review/").json()["mistakes"]
    }
    assert {"floor_is_empty", "desk_without_area"} <= codes


@pytest.mark.django_db
@pytest.mark.usefixtures("monday_morning")
def test_a_floor_may_keep_its_areas(hall, facilities):
    drawing = send(facilities, as_bytes(office())).json()["id"]
    made = facilities.post(
        f"/api/v1/dxf-drawings/{drawing}/draft/", {**CHOICE, "floor": hall.floors["7"].pk, "keep_areas": True}
    ).json()
    assert [area["code"] for area in made["content"]["areas"]] == ["07A"]


@pytest.mark.django_db
@pytest.mark.usefixtures("monday_morning")
@pytest.mark.parametrize(
    ("change", "status", "reason"),
    [
        ({"desk_blocks": ["NONE"], "background_layers": ["NONE"]}, 409, "dxf_empty"),
        ({"metres_per_unit": 1.0}, 409, "dxf_too_large"),
        ({"floor_code": "eight"}, 400, "floor_code"),
        ({"first_code": "0 8"}, 400, "first_code"),
        ({"building": 999_999}, 400, "building"),
    ],
)
def test_a_choice_that_makes_no_floor_is_told_where(hall, facilities, change, status, reason):
    drawing = send(facilities, as_bytes(office())).json()["id"]
    body = {**CHOICE, "building": hall.building.pk, "floor_code": "8", **change}
    answer = facilities.post(f"/api/v1/dxf-drawings/{drawing}/draft/", body)
    assert answer.status_code == status
    assert reason in (answer.json()["code"], *answer.json().get("fields", {}))
    assert not LayoutDraft.objects.exists()


@pytest.mark.django_db
@pytest.mark.usefixtures("monday_morning")
def test_what_is_no_drawing_is_refused_and_not_kept(facilities):
    answer = send(facilities, b"PK\x03\x04")
    assert (answer.status_code, answer.json()["code"]) == (409, "dxf_unreadable")
    assert not DxfDrawing.objects.exists()


@pytest.mark.django_db
def test_drawings_are_forgotten_after_some_hours(hall, facilities, monday_morning):
    drawing = send(facilities, as_bytes(office())).json()["id"]
    assert forget_drawings() == 0
    DxfDrawing.objects.update(uploaded_at=clock.now() - timedelta(hours=13))
    assert forget_drawings() == 1
    assert facilities.get(f"/api/v1/dxf-drawings/{drawing}/").status_code == 404
