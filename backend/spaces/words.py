"""The sentences of refusals about places."""

from collections.abc import Mapping

from core.words import Language
from spaces.policies.refusals import PlaceRefusal

PLACE_WORDS: Mapping[str, Mapping[Language, str]] = {
    PlaceRefusal.LAYOUT_IS_HISTORY: {
        "ja": "過去のレイアウトは変えられません。今日以降の日から適用してください。",
        "en": "A layout of the past cannot change. Let the change begin today or later.",
    },
    PlaceRefusal.LAYOUT_HAS_BEGUN: {
        "ja": "すでに使われているレイアウトは取り下げられません。",
        "en": "This layout is in force already and cannot be taken back.",
    },
    PlaceRefusal.LAYOUT_DESKS_ELSEWHERE: {
        "ja": "取り下げると、別の階に移した席がこの階にも戻ります。先に別の階のレイアウトを取り下げてください。",
        "en": "Desks that were moved to another floor would stand here again. Take back that floor's layout first.",
    },
    PlaceRefusal.DRAFT_CHANGED: {
        "ja": "ほかの人がこのレイアウト案を保存しました。読みこみ直してから続けてください。",
        "en": "Somebody else has saved this draft meanwhile. Reload it before you go on.",
    },
    PlaceRefusal.DRAFT_IS_CLOSED: {
        "ja": "このレイアウト案は、公開されたか片づけられたため変えられません。",
        "en": "This draft was published or put away and can no longer change.",
    },
    PlaceRefusal.DRAFT_HAS_MISTAKES: {
        "ja": "直すところが残っているため、公開できません。",
        "en": "There are mistakes left to mend before this can be published.",
    },
    PlaceRefusal.DRAFT_CHANGES_NOTHING: {
        "ja": "その日に使われるレイアウトと同じ内容です。",
        "en": "This is what the floor will have on that day anyway.",
    },
    PlaceRefusal.DXF_UNREADABLE: {
        "ja": "DXF として読めません。CAD で DXF（2000 以降、または R12）として保存し直してください。",
        "en": "This cannot be read as DXF. Save it from CAD as DXF (2000 or later, or R12).",
    },
    PlaceRefusal.DXF_EMPTY: {
        "ja": "この図面のモデル空間には、線もブロックもありません。",
        "en": "There are neither lines nor blocks in the model space of this drawing.",
    },
    PlaceRefusal.DXF_TOO_DETAILED: {
        "ja": "図面が細かすぎます。いらない画層を除いて、保存し直してください。",
        "en": "This drawing is too detailed. Leave out layers that are not needed, and save it again.",
    },
    PlaceRefusal.DXF_TOO_LARGE: {
        "ja": "この縮尺では階が 1000 m を超えるか、席が 2000 を超えます。単位と、席にするブロックを確かめてください。",
        "en": "This would be longer than 1000 m, or have more than 2000 desks. Check the unit and the blocks.",
    },
    PlaceRefusal.CLOSURE_IS_OVER: {
        "ja": "この利用停止はすでに終わっています。",
        "en": "This closure is over already.",
    },
}
