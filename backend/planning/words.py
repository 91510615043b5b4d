"""The sentences of planning's refusals."""

from collections.abc import Mapping

from core.words import Language
from planning.policies.refusals import PlanningRefusal

PLANNING_WORDS: Mapping[str, Mapping[Language, str]] = {
    PlanningRefusal.NO_FACTS: {
        "ja": "この期間と出どころの実績がありません。期間か出どころをかえてください。",
        "en": "There are no facts from this source in this period. Choose another period or source.",
    },
    PlanningRefusal.TOO_FEW_DAYS: {
        "ja": "実績のある勤務日が少なすぎて、必要な席を求められません。期間を長くしてください。",
        "en": "Too few working days have facts to say how many desks are needed. Choose a longer period.",
    },
    PlanningRefusal.DEPARTMENT_WITHHELD: {
        "ja": "5人未満の人数がわかるおそれがあるため、この所属だけの数値は示しません。上の所属を選んでください。",
        "en": "Fewer than five people could be told from the figures of this department. Choose one above it.",
    },
    PlanningRefusal.SCENARIO_CHANGED: {
        "ja": "ほかの人がこのシナリオをかえました。読みこみ直してください。",
        "en": "Somebody else has changed this scenario. Please load it again.",
    },
    PlanningRefusal.SCENARIO_NAME_TAKEN: {
        "ja": "同じ名前のシナリオがあります。ほかの名前にしてください。",
        "en": "There is a scenario of this name already. Please choose another.",
    },
    PlanningRefusal.TOO_MANY_SCENARIOS: {
        "ja": "シナリオが多すぎます。使わないものを削除してください。",
        "en": "There are too many scenarios. Please remove some that are not needed.",
    },
}
