"""Scenarios of the fictional hall: what somebody of facilities would ask first."""

from typing import Any

from core.refused import Refused
from demonstration.services.past import FIRST_DAY, LAST_DAY
from planning.models import Scenario
from planning.services.scenarios import save_scenario

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
SCENARIOS = {
    "いまの出社が続く": AS_IT_IS,
    "在宅を週2日まで": {**AS_IT_IS, "attendance": -0.25, "days_short_target": 5},
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
