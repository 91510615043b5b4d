"""Which posts a person has, from what the directory says of main post, concurrent posts and title."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

MANAGES_AT = {"課長": "section", "室長": "section", "所長": "section", "部長": "division", "局長": "bureau"}
"""The titles of 所属長, and the kind of department each manages."""


@dataclass(frozen=True, slots=True)
class WantedPost:
    """A post the person has to have: main or concurrent, managing the department or not."""

    department: str
    main: bool
    manages: bool


@dataclass(frozen=True, slots=True)
class DepartmentAbove:
    """A department of a lineage: its code and its kind."""

    code: str
    kind: str


def wanted_posts(
    *, title: str, main: str, concurrent: Collection[str], lineages: Mapping[str, Sequence[DepartmentAbove]]
) -> list[WantedPost]:
    """The posts of one person, the main one first.

    A 課長 manages the section of the main post. A 部長 or 局長 sits in a section of the division or bureau that they
    manage: besides the main post they get a concurrent one there. `lineages` gives a department's line from the root.
    """
    managed = _managed(title, lineages[main])
    posts = [WantedPost(main, main=True, manages=managed == main)]
    others = sorted(set(concurrent) - {main})
    posts += [WantedPost(code, main=False, manages=code == managed) for code in others]
    if managed is not None and managed != main and managed not in others:
        posts.append(WantedPost(managed, main=False, manages=True))
    return posts


def _managed(title: str, lineage: Sequence[DepartmentAbove]) -> str | None:
    kind = MANAGES_AT.get(title)
    if kind is None:
        return None
    return next((above.code for above in reversed(lineage) if above.kind == kind), lineage[-1].code)
