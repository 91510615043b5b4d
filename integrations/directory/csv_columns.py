"""The columns of a directory in CSV files: what each is called, in Japanese or English, and which have to be there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Column:
    """Its headings; the first is how it is called inside."""

    headings: Sequence[str]
    needed: bool = False

    @property
    def name(self) -> str:
        return self.headings[0]


PEOPLE: Final = (
    Column(("id", "ユーザーID"), needed=True),
    Column(("number", "職員番号"), needed=True),
    Column(("name", "氏名"), needed=True),
    Column(("family_name", "姓")),
    Column(("given_name", "名")),
    Column(("kana", "フリガナ")),
    Column(("mail", "メールアドレス")),
    Column(("title", "職名")),
    Column(("employment", "任用区分"), needed=True),
    Column(("department", "所属コード"), needed=True),
    Column(("manager", "上司のユーザーID")),
    Column(("uuid", "UUID")),
)
DEPARTMENTS: Final = (
    Column(("code", "所属コード"), needed=True),
    Column(("name", "所属名"), needed=True),
    Column(("kind", "区分"), needed=True),
    Column(("parent", "上位の所属コード"), needed=True),
)
POSTS: Final = (
    Column(("id", "ユーザーID"), needed=True),
    Column(("department", "所属コード"), needed=True),
)
FILES: Final[Mapping[str, Sequence[Column]]] = {
    "people.csv": PEOPLE,
    "departments.csv": DEPARTMENTS,
    "posts.csv": POSTS,
}
