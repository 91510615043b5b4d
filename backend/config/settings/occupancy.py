"""How occupancy is counted and how long it says who, as the environment says."""

from datetime import time
from typing import Any

from config.settings.environment import Environment


def occupancy_settings(env: Environment) -> dict[str, Any]:
    """The core window in which figures are counted, and after how many months personal detail is forgotten.

    Facts without people in them stay for good; 0 months forgets nothing.
    """
    return {
        "core_window": _window(env, "KYOSEKI_CORE_WINDOW", "08:30-17:15"),
        "retention_months": env.number("KYOSEKI_RETENTION_MONTHS", 12, least=0, most=120),
    }


def _window(env: Environment, name: str, default: str) -> tuple[time, time]:
    text = env.text(name, default)
    try:
        starts_at, ends_at = (time.fromisoformat(part.strip()) for part in text.split("-"))
    except ValueError:
        starts_at = ends_at = time.min
    env.require(starts_at < ends_at, f"{name} is {text!r}; it has to be two times of a day such as {default}.")
    return starts_at, ends_at
