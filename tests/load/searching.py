"""How quickly people are found among all of the city, with where they are and their next ten working days."""

from itertools import cycle, islice
from urllib.parse import quote

from tests.load.figures import Figures
from tests.load.hall import Hall
from tests.load.http_client import Outcome, Wanted, run

AIM_MS = 50
ASKED = 200
SEARCHES = {
    "a family name": ["高橋", "髙橋", "渡部", "斎藤", "齋藤"],
    "the reading, half typed": ["たか", "わた", "さいと", "ﾀｶﾊ"],
    "a number": ["9012", "4711", "00123"],
    "a section and a name": ["課 高橋", "課 わたりべ"],
    "one letter, which finds most": ["た", "1", "課"],
    "nothing that there is": ["ぬぬぬ", "zzzz"],
}
"""What people type; for each the slowest of a hundred is what counts."""


def measure_searching(port: int, hall: Hall, figures: Figures) -> None:
    """Search one request at a time: how long a person waits while typing."""
    run(port, _wanted(hall, [typed for every in SEARCHES.values() for typed in every], ASKED), clients=1)
    worst = 0.0
    for name, typed in SEARCHES.items():
        outcome: Outcome = run(port, _wanted(hall, typed, ASKED), clients=1)
        slow = outcome.milliseconds(0.95)
        worst = max(worst, slow)
        figures.told(f"search: {name}, p50 / p95", f"{outcome.milliseconds(0.5):.1f} / {slow:.1f} ms")
    figures.most("search, p95 of the slowest kind", worst, AIM_MS, " ms", digits=1)


def _wanted(hall: Hall, typed: list[str], count: int) -> list[Wanted]:
    people = hall.person_ids
    return [
        Wanted(people[number * 37 % len(people)], "GET", f"/people/?q={quote(q)}&days=10&page_size=20")
        for number, q in enumerate(islice(cycle(typed), count))
    ]
