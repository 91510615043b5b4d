"""Sheets of labels, read back: as text, as what a camera sees, and as what a printer needs."""

from io import BytesIO
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from pypdf import PdfReader

from displays.labels.pdf import desk_address, label_sheets
from displays.policies.label_sheets import PAGE_HEIGHT, PAGE_WIDTH, SHEETS, DeskLabel
from people.models import Account

ADDRESS = "https://kyoseki.city.example"
LABELS = [DeskLabel(f"06E-{number:03}", "6階 Eエリア") for number in range(1, 31)]
PIXELS_A_POINT = 150 / 72


def sheets(size="24", *, labels=LABELS, first=1, shift=(0.0, 0.0)):
    return label_sheets(labels, SHEETS[size], address=ADDRESS, first=first, shift=shift)


def seen(pdf, page=0):
    """What a camera reads on a page: content, and the middle of each code in millimetres."""
    picture = pypdfium2.PdfDocument(pdf)[page].render(scale=PIXELS_A_POINT).to_pil()
    millimetres = PAGE_WIDTH / picture.width
    codes = {}
    for code in zxingcpp.read_barcodes(picture):
        corners = [code.position.top_left, code.position.bottom_right]
        codes[code.text] = tuple(round(sum(getattr(one, axis) for one in corners) / 2 * millimetres) for axis in "xy")
    return codes


@pytest.mark.parametrize("size", SHEETS)
def test_every_size_fits_a_sheet_and_a_camera_reads_each_label(size):
    sheet = SHEETS[size]
    last = sheet.box(sheet.labels - 1)
    assert last.left + last.width <= PAGE_WIDTH
    assert last.top + last.height <= PAGE_HEIGHT
    codes = seen(sheets(size))
    assert set(codes) == {desk_address(ADDRESS, label.code) for label in LABELS[: sheet.labels]}
    for number, label in enumerate(LABELS[: sheet.labels]):
        box, (across, down) = sheet.box(number), codes[desk_address(ADDRESS, label.code)]
        assert box.left < across < box.left + box.width
        assert box.top < down < box.top + box.height


@pytest.mark.parametrize(
    ("size", "labels", "first", "pages"), [("24", 24, 1, 1), ("24", 24, 2, 2), ("8", 30, 1, 4), ("12", 1, 12, 1)]
)
def test_labels_go_on_from_the_first_position_over_as_many_sheets_as_needed(size, labels, first, pages):
    pdf = sheets(size, labels=LABELS[:labels], first=first)
    assert len(PdfReader(BytesIO(pdf)).pages) == pages == SHEETS[size].sheets_for(labels, first=first)
    box = SHEETS[size].box(first - 1)
    across, down = seen(pdf)[desk_address(ADDRESS, "06E-001")]
    assert (box.left < across < box.left + box.width, box.top < down < box.top + box.height) == (True, True)


def test_the_text_can_be_read_back_and_its_font_is_in_the_file():
    reader = PdfReader(BytesIO(sheets(labels=[DeskLabel("髙06E-001", "別館12階 市民交流エリア")])))
    text = reader.pages[0].extract_text()
    assert "髙06E-001" in text
    assert "別館12階 市民交流エリア" in text
    page: Any = reader.pages[0]
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    described = [font["/FontDescriptor"].get_object() for font in fonts if "/FontDescriptor" in font]
    assert described
    assert all("/FontFile2" in one for one in described)
    assert reader.pages[0].mediabox.width == pytest.approx(PAGE_WIDTH * 72 / 25.4)


def test_a_shift_moves_every_label_as_far_as_it_says():
    address = desk_address(ADDRESS, "06E-001")
    across, down = seen(sheets())[address]
    assert seen(sheets(shift=(4.0, -3.0)))[address] == (across + 4, down - 3)


@pytest.fixture
def facilities(hall, client_of):
    account = hall.account("kudo")
    account.roles = ["facilities"]
    account.save()
    return client_of(account)


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


def test_facilities_get_the_labels_of_a_floor_an_area_or_some_desks(hall, facilities, settings):
    settings.ADDRESS = ADDRESS

    def codes(query):
        answer = facilities.get(f"/api/v1/desk-labels.pdf?{query}")
        assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
        return sorted(text.removeprefix(f"{ADDRESS}/d/") for text in seen(answer.content))

    assert codes(f"area={hall.areas['06B'].pk}") == ["06B-001", "06B-002", "06B-003"]
    assert len(codes(f"floor={hall.floors['6'].pk}&sheet=12")) == 11
    assert codes(f"desks={hall.desk('06A-001')},{hall.desk('07A-002')}&sheet=8") == ["06A-001", "07A-002"]


def test_without_an_address_in_the_settings_a_label_points_where_facilities_are_now(hall, facilities, settings):
    settings.ADDRESS = ""
    answer = facilities.get(f"/api/v1/desk-labels.pdf?desks={hall.desk('06A-001')}")
    assert list(seen(answer.content)) == ["http://testserver/d/06A-001"]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("", "floor"),
        ("floor=1&sheet=7", "sheet"),
        ("floor=1&first=25", "first"),
        ("floor=1&sheet=8&first=9", "first"),
        ("desks=1,x", "desks"),
        ("floor=1&shift_right=99", "shift_right"),
    ],
)
def test_what_makes_no_sheet_is_refused_with_the_field(facilities, query, field):
    answer = facilities.get(f"/api/v1/desk-labels.pdf?{query}")
    assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])


def test_no_desk_is_a_404_and_nobody_else_prints(hall, facilities, as_person, client_of):
    assert facilities.get(f"/api/v1/desk-labels.pdf?floor={2**40}").status_code == 404
    assert as_person("agatsuma").get("/api/v1/desk-labels.pdf?floor=1").status_code == 403
    breakglass = client_of(Account.objects.create(username="breakglass", password="!", roles=["it"]))
    assert breakglass.get("/api/v1/desk-labels.pdf?floor=1").status_code == 403
