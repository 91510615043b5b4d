"""How the gate system writes its log, as the environment says."""

from datetime import date
from typing import Any

from config.settings.environment import Environment


def gate_log_settings(env: Environment) -> dict[str, Any]:
    """The names of its columns, its words for 入 and 退, the first day it may tell of, and the bytes of a file sent.

    Names and words that are given replace those known already; empty ones leave them.
    """
    words = {"in": tuple(env.words("KYOSEKI_GATE_IN_WORDS")), "out": tuple(env.words("KYOSEKI_GATE_OUT_WORDS"))}
    both = {word.casefold() for word in words["in"]} & {word.casefold() for word in words["out"]}
    env.require(not both, f"KYOSEKI_GATE_IN_WORDS and KYOSEKI_GATE_OUT_WORDS share {', '.join(sorted(both))}.")
    return {
        "columns": {
            "at": tuple(env.words("KYOSEKI_GATE_TIME_COLUMN")),
            "card": tuple(env.words("KYOSEKI_GATE_CARD_COLUMN")),
            "gate": tuple(env.words("KYOSEKI_GATE_GATE_COLUMN")),
            "direction": tuple(env.words("KYOSEKI_GATE_DIRECTION_COLUMN")),
        },
        "words": words,
        "first_day": _day(env, "KYOSEKI_GATE_FIRST_DAY", "2000-01-01"),
        "largest_file": env.number("KYOSEKI_GATE_LARGEST_FILE", 200_000_000, least=100_000),
    }


def _day(env: Environment, name: str, default: str) -> date:
    text = env.text(name, default)
    try:
        return date.fromisoformat(text)
    except ValueError:
        env.mistake(f"{name} is {text!r}; it has to be a day such as {default}.")
        return date.fromisoformat(default)
