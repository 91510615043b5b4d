"""What somebody should know who looks at a drawing from CAD."""

from collections.abc import Iterator, Mapping

from core.words import Language
from spaces.dxf.parsed import ParsedDrawing

_WORDS: Mapping[str, Mapping[Language, str]] = {
    "units_guessed": {
        "ja": "図面に単位がないため、大きさから {units} とみなしました。席の大きさを確かめてください。",
        "en": "The drawing names no unit; by its size it is taken for {units}. Check how large the desks are.",
    },
    "left_out": {
        "ja": "表示しない要素を除きました: {kinds}",
        "en": "Left out, because it is not shown: {kinds}",
    },
}


def warnings_of(drawing: ParsedDrawing, language: Language) -> Iterator[tuple[str, str]]:
    """Codes with their sentences."""
    if not drawing.units_known:
        yield "units_guessed", _WORDS["units_guessed"][language].format(units=drawing.units)
    if drawing.left_out:
        kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(drawing.left_out.items()))
        yield "left_out", _WORDS["left_out"][language].format(kinds=kinds)
