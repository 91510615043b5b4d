"""Files from the screen: the command's checks, a list to mend or drafts, and nothing stored with a mistake in it."""

import io

import pytest

from people.models import Account
from spaces.models import Floor, Layout, LayoutDraft
from spaces.tests.cast import Cast, cast, import_small_hall
from spaces.tests.small_hall import AREAS, DESKS, small_hall
from tests.fixtures.cast import TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


@pytest.fixture
def places() -> Cast:
    people = cast()
    import_small_hall(people.building)
    return people


@pytest.fixture
def facilities(places, client_of):
    return client_of(
        Account.objects.create(username="keeper", person=places.person, password="!", roles=["facilities"])
    )


def upload(name, content):
    file = io.BytesIO(content)
    file.name = name
    return file


def send(client, building, files, **more):
    body = {"building": building.pk, "files": [upload(*one) for one in files], **more}
    return client.post("/api/v1/places-imports/", body, format="multipart")


def folder(**changed):
    return [(name.rpartition("/")[2], content) for name, content in small_hall(**changed).items()]


def test_a_dry_run_says_what_would_change_and_stores_nothing(places, facilities):
    answer = send(
        facilities, places.building, folder(desks=DESKS.replace("3.75", "4.5")),
        effective_from=TUESDAY.isoformat(), dry_run="true",
    )  # fmt: skip
    assert answer.status_code == 200
    (floor,) = answer.json()["floors"]
    assert (floor["code"], floor["changes"]["desks_moved"], floor["draft"]) == ("4", ["04A-002"], None)
    assert not LayoutDraft.objects.exists()


def test_each_floor_that_changes_becomes_a_draft_to_be_published_by_itself(places, facilities):
    answer = send(
        facilities, places.building, folder(desks=DESKS.replace("3.75", "4.5")), effective_from=TUESDAY.isoformat()
    )
    draft = LayoutDraft.objects.get()
    assert [floor["draft"] for floor in answer.json()["floors"]] == [draft.pk]
    assert (draft.floor.code, draft.effective_from, draft.based_on) == ("4", TUESDAY, Layout.objects.get(floor__code=4))
    assert Layout.objects.count() == 2


def test_the_same_files_change_nothing(places, facilities):
    answer = send(facilities, places.building, folder(), effective_from=TUESDAY.isoformat())
    assert answer.json() == {"floors": [], "mistakes": [], "mistakes_total": 0, "left_out": []}


def test_mistakes_come_as_a_list_to_mend(places, facilities):
    answer = send(facilities, places.building, folder(desks=DESKS.replace("drop_in", "free").replace("3.75", "wide")))
    assert answer.status_code == 200
    assert [(row["file"], row["line"], row["column"], row["code"]) for row in answer.json()["mistakes"]] == [
        ("desks.csv", 3, "x", "bad_number"),
        ("desks.csv", 3, "mode", "unknown_mode"),
    ]
    both = folder(
        desks=DESKS.replace("drop_in", "free"), areas=AREAS.replace("0401 ", "9999 ").replace("05A,5,5階", "05A,x,5階")
    )
    assert [(row["file"], row["line"]) for row in send(facilities, places.building, both).json()["mistakes"][:3]] == [
        ("areas.csv", 2),
        ("areas.csv", 4),
        ("desks.csv", 3),
    ]
    assert answer.json()["mistakes"][0]["words"] == "数ではありません: wide"
    assert (answer.json()["floors"], LayoutDraft.objects.count()) == ([], 0)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("plan.png", b"\x89PNG", "file_unknown"),
        ("floors.zip", b"PK\x03\x04", "file_unknown"),
        ("06F.svg", b"", "not_svg"),
        ("06F.svg", b"\x81\xff", "not_text"),
        ("06F.svg", b'<!DOCTYPE a [<!ENTITY b "c">]><svg/>', "svg_entity"),
        ("desks.csv", b"code", "file_twice"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(places, facilities, name, content, code):
    answer = send(facilities, places.building, [*folder(), (name, content)])
    assert answer.status_code == 200
    assert code in {row["code"] for row in answer.json()["mistakes"]}


def test_what_file_managers_leave_behind_is_passed_over(places, facilities):
    answer = send(facilities, places.building, [*folder(), (".DS_Store", b"\0"), ("Thumbs.db", b"\0")])
    assert answer.json()["mistakes"] == []


def test_a_new_floor_is_made_with_its_draft_and_shown_to_nobody_yet(places, facilities):
    Layout.objects.all().delete()
    Floor.objects.all().delete()
    answer = send(facilities, places.building, folder())
    assert [floor["changes"]["first"] for floor in answer.json()["floors"]] == [True, True]
    assert facilities.get("/api/v1/floors/").json() == []


def test_uploads_have_a_limit_of_their_own(places, facilities, settings):
    settings.KYOSEKI_LARGEST_UPLOAD = 1_500
    assert send(facilities, places.building, folder()).status_code == 413
    settings.KYOSEKI_LARGEST_UPLOAD, settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 30_000, 1_000
    assert send(facilities, places.building, folder()).status_code == 200


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{}", "application/json", 415),
        (b"--x\r\n", "multipart/form-data", 400),
        (b"nothing of the kind", "multipart/form-data; boundary=x", 400),
        (b'--x\r\nContent-Disposition: form-data; name="building"\r\n\r\n\0\r\n--x--\r\n',
         "multipart/form-data; boundary=x", 400),
    ],
)  # fmt: skip
def test_what_is_no_upload_is_told_so(facilities, body, kind, status):
    assert facilities.generic("POST", "/api/v1/places-imports/", body, content_type=kind).status_code == status


def test_only_the_building_has_to_exist(places, facilities):
    answer = facilities.post(
        "/api/v1/places-imports/", {"building": 999_999, "files": [upload("desks.csv", b"")]}, format="multipart"
    )
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["building"])
