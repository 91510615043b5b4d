"""Scenarios of the fictional hall, and one of them placed on its floors: what facilities would ask first."""

from typing import Any

from core import clock
from core.refused import Refused
from demonstration.services.past import FIRST_DAY, LAST_DAY
from planning.models import Placement, Scenario
from planning.policies.placing_asked import USUAL, asked_of
from planning.selectors.placing_proposal import proposal_of
from planning.services.placements import ask_placement
from planning.services.scenarios import save_scenario
from spaces.models import Building

AS_IT_IS: dict[str, Any] = {
    "basis": "history",
    "departments": None,
    "desks": None,
    "percentiles": [0.9, 0.95, 0.99],
    "percentile": 0.95,
    "growth": 0.0,
    "attendance": 0.0,
    "growth_by_department": {},
    "days_short_target": None,
    "cannot_share": None,
    "floor_people": None,
    "working_days_a_year": None,
    "history": {
        "from": FIRST_DAY.isoformat(),
        "to": LAST_DAY.isoformat(),
        "source": "gate",
        "draws": 2000,
        "seed": 1,
    },
    "rates": None,
}
SECONDS = 4
"""A placement that is good enough to look at, and nobody waits for it."""
FITS = "在宅を週2日まで"
SCENARIOS = {
    "いまの出社が続く": AS_IT_IS,
    FITS: {**AS_IT_IS, "attendance": -0.25, "days_short_target": 5},
}


def keep_scenarios() -> int:
    """Save those that never were there; answers how many. Without facts yet there are none: the next start tries."""
    saved = 0
    for name, supposed in SCENARIOS.items():
        if Scenario.objects.filter(name=name).exists():
            continue
        try:
            save_scenario(name=name, supposed=supposed)
        except Refused:
            break
        saved += 1
    return saved


def keep_placement() -> bool:
    """Ask for a placement of the scenario that fits into the hall, unless it ever had one; whether it was asked."""
    scenario = Scenario.objects.filter(name=FITS, removed_at__isnull=True).first()
    building = Building.objects.order_by("code").first()
    if scenario is None or building is None or Placement.objects.filter(scenario=scenario).exists():
        return False
    proposal = proposal_of(building, clock.today(), scenario)
    asked, wrong = asked_of(proposal, {**USUAL, "seconds": SECONDS}, None)
    if wrong:
        return False
    ask_placement(name=f"{FITS}の配置", building=building, asked=asked, scenario=scenario)
    return True
