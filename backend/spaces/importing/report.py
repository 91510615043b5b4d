"""What an import changes, in sentences for the person who runs it."""

from collections.abc import Iterable
from datetime import date

from core.words import Language
from spaces.importing.changes import FloorChange

_SHOWN = 12

_WORDS: dict[str, dict[Language, str]] = {
    "nothing": {"ja": "変更はありません。", "en": "Nothing changes."},
    "floor": {"ja": "{code}階（{day}から）", "en": "Floor {code} (from {day})"},
    "first": {"ja": "  はじめてのレイアウト", "en": "  its first layout"},
    "plan": {"ja": "  図面: 差しかえ", "en": "  drawing: replaced"},
    "desks_new": {"ja": "  席の追加: {count}  {codes}", "en": "  desks new: {count}  {codes}"},
    "desks_retired": {"ja": "  席の廃止: {count}  {codes}", "en": "  desks retired: {count}  {codes}"},
    "desks_moved": {"ja": "  席の移動: {count}  {codes}", "en": "  desks moved: {count}  {codes}"},
    "desks_mode": {"ja": "  利用区分の変更: {count}  {codes}", "en": "  desks' mode changed: {count}  {codes}"},
    "desks_other": {
        "ja": "  設備・割り当ての変更: {count}  {codes}",
        "en": "  desks' features or person changed: {count}  {codes}",
    },
    "areas_new": {"ja": "  エリアの追加: {count}  {codes}", "en": "  areas new: {count}  {codes}"},
    "areas_gone": {"ja": "  エリアの廃止: {count}  {codes}", "en": "  areas gone: {count}  {codes}"},
    "areas_changed": {"ja": "  エリアの変更: {count}  {codes}", "en": "  areas changed: {count}  {codes}"},
    "later": {
        "ja": "  注意: {day} からのレイアウトがすでにあり、その日からはそちらが使われます",
        "en": "  note: a layout from {day} exists already and takes over on that day",
    },
    "left_out": {
        "ja": "注意: {file} の {names} は表示に使わないため除きました",
        "en": "Note: {names} in {file} were left out; nothing here draws them",
    },
    "dry_run": {"ja": "（確認のみ。何も保存していません）", "en": "(A dry run: nothing was saved.)"},
}
_LISTS = ("desks_new", "desks_retired", "desks_moved", "desks_other", "areas_new", "areas_gone", "areas_changed")


def change_lines(change: FloorChange, day: date, later: date | None, language: Language) -> list[str]:
    """One floor's part of the report."""
    lines = [said("floor", language, code=change.floor.code, day=day.isoformat())]
    if change.first:
        lines.append(said("first", language))
    elif change.plan:
        lines.append(said("plan", language))
    for name in _LISTS:
        codes: tuple[str, ...] = getattr(change, name)
        if codes:
            lines.append(said(name, language, count=len(codes), codes=_codes(codes)))
    if change.desks_mode:
        modes = [f"{code} {was}→{now}" for code, was, now in change.desks_mode]
        lines.append(said("desks_mode", language, count=len(modes), codes=_codes(modes)))
    if later is not None:
        lines.append(said("later", language, day=later.isoformat()))
    return lines


def said(name: str, language: Language, **facts: object) -> str:
    """One sentence of the report."""
    return _WORDS[name][language].format(**facts)


def _codes(codes: Iterable[str]) -> str:
    every = list(codes)
    return " ".join(every[:_SHOWN]) + (f" … (+{len(every) - _SHOWN})" if len(every) > _SHOWN else "")
