import pytest

from integrations.mail.memory import MemoryPost
from integrations.mail.tests.contract import Arrived, Calendars, PostContract


class TestMemoryPost(PostContract):
    @pytest.fixture
    def post(self) -> MemoryPost:
        return MemoryPost(refuses={"nobody@city.example"}, defers={"full@city.example"})

    @pytest.fixture
    def away(self) -> MemoryPost:
        return MemoryPost(available=False)

    @pytest.fixture
    def arrived(self, post: MemoryPost) -> Arrived:
        return lambda: [(letter.to, letter.subject, letter.body) for letter in post.letters]

    @pytest.fixture
    def calendars(self, post: MemoryPost) -> Calendars:
        return lambda: [(one.calendar.method, one.calendar.text) for one in post.letters if one.calendar]
