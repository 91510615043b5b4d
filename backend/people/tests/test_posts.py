import pytest

from people.policies.posts import DepartmentAbove, WantedPost, wanted_posts

BUREAU, DIVISION = DepartmentAbove("03", "bureau"), DepartmentAbove("0302", "division")
LINEAGES = {
    "03": [BUREAU],
    "0302": [BUREAU, DIVISION],
    "030201": [BUREAU, DIVISION, DepartmentAbove("030201", "section")],
    "030202": [BUREAU, DIVISION, DepartmentAbove("030202", "section")],
}


@pytest.mark.parametrize(
    ("title", "concurrent", "posts"),
    [
        ("主事", [], [WantedPost("030201", main=True, manages=False)]),
        ("課長", [], [WantedPost("030201", main=True, manages=True)]),
        (
            "部長",
            [],
            [WantedPost("030201", main=True, manages=False), WantedPost("0302", main=False, manages=True)],
        ),
        (
            "局長",
            ["030202"],
            [
                WantedPost("030201", main=True, manages=False),
                WantedPost("030202", main=False, manages=False),
                WantedPost("03", main=False, manages=True),
            ],
        ),
        (
            "部長",
            ["0302"],
            [WantedPost("030201", main=True, manages=False), WantedPost("0302", main=False, manages=True)],
        ),
        ("主事", ["030201"], [WantedPost("030201", main=True, manages=False)]),
    ],
)
def test_a_title_says_what_somebody_manages(title, concurrent, posts):
    assert wanted_posts(title=title, main="030201", concurrent=concurrent, lineages=LINEAGES) == posts
