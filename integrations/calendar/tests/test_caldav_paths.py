import pytest

from integrations.calendar.caldav.paths import file_name, is_within, path_of, same_place


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("/taro/calendar/a.ics", "/taro/calendar/a.ics"),
        ("https://inside.example:9/taro/a.ics", "/taro/a.ics"),
        ("/taro%40city.example/%E5%B8%AD.ics", "/taro@city.example/%E5%B8%AD.ics"),
        ("/taro@city.example/席.ics", "/taro@city.example/%E5%B8%AD.ics"),
        ("/taro%40city.example/%e5%b8%ad.ics", "/taro@city.example/%E5%B8%AD.ics"),
        ("/taro/a%2Fb.ics", "/taro/a%2Fb.ics"),
        ("/taro/100%25.ics", "/taro/100%25.ics"),
        ("/taro/a b.ics", "/taro/a%20b.ics"),
        ("/taro/a%3Fb%23c.ics", "/taro/a%3Fb%23c.ics"),
        (" /taro/a.ics\n", "/taro/a.ics"),
    ],
)
def test_however_a_server_writes_it_a_file_has_one_path(written: str, path: str):
    assert path_of(written) == path
    assert path_of(path) == path


def test_a_file_lies_directly_in_its_calendar():
    assert is_within("/taro/own/a.ics", "/taro/own/")
    assert is_within("/taro/own/a%2Fb.ics", "/taro/own")
    for elsewhere in ("/taro/own/", "/taro/own", "/taro/own/deeper/a.ics", "/taro/owner/a.ics", "/hanako/own/a.ics"):
        assert not is_within(elsewhere, "/taro/own/")
    assert same_place("/taro/own", "/taro/own/")


def test_an_event_has_always_the_same_file_and_two_have_two():
    assert file_name("booking-4711@kyoseki.city.example") == "booking-4711-kyoseki.city.example.ics"
    strange = ("../../etc/passwd", "a/b", "席", "a" * 300, "a b", "")
    names = {file_name(uid) for uid in strange}
    assert len(names) == len(strange)
    assert all("/" not in name and len(name) < 190 for name in names)
