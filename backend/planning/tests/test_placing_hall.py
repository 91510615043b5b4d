"""The demonstration hall: 107 sections on ten floors."""

from planning.policies.placing import terms_of
from planning.policies.placing_checks import breaks_nothing
from planning.solver.search import Search
from tests.load.placement import hall_problem


def test_the_demonstration_hall_is_placed_in_seconds_and_says_how_well():
    problem = hall_problem()
    assert (len(problem.sections), len(problem.floors)) == (107, 10)
    search = Search(problem, seconds=5, gap=0.02)
    search.start()
    while not search.wait(0.5):
        progress = search.progress()
        assert progress.bound is None or progress.best is None or progress.bound <= progress.best
    found = search.outcome()
    assert found.placed is not None
    assert breaks_nothing(problem, found.placed)
    assert 0 < found.bound <= terms_of(problem, found.placed).total
