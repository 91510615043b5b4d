"""How many desks each section needs when people come at stated rates: each section is the stated people in small."""

import math
from collections.abc import Mapping, Sequence

from planning.policies.need_by_rates import distribution_of, groups_under
from planning.policies.poisson_binomial import Group
from planning.policies.supposed import FromRates, Supposed


def sections_by_rates(supposed: Supposed, rates: FromRates, rolls: Mapping[int, int]) -> dict[int, int]:
    """Desks by section at the percentile planned by; `rolls` are people of each section today.

    A section grows as the stated people do, rounded up, and its people are of the stated rates in the same proportion,
    by largest remainders. Sections of equal size need the same.
    """
    groups = groups_under(supposed, rates)
    stated = sum(group.people for group in rates.groups)
    grown = sum(group.people for group in groups) / stated if stated else 1.0
    needed = {
        roll: distribution_of(_in_small(groups, math.ceil(round(roll * grown, 9))), rates).quantile(supposed.percentile)
        for roll in set(rolls.values())
    }
    return {section: needed[roll] for section, roll in rolls.items()}


def _in_small(groups: Sequence[Group], people: int) -> list[Group]:
    """So many people, of the groups' rates in proportion: what is left over goes to the largest remainders."""
    whole = sum(group.people for group in groups)
    if not whole:
        return []
    exact = [group.people * people / whole for group in groups]
    given = [math.floor(one) for one in exact]
    order = sorted(range(len(groups)), key=lambda number: (given[number] - exact[number], number))
    for number in order[: people - sum(given)]:
        given[number] += 1
    return [Group(count, group.rate) for count, group in zip(given, groups, strict=True) if count]
