"""Names as people type them and names as the roll writes them, folded to one form for searching.

Width, kana and letter case, spaces and old or variant forms of a character make no difference: 渡邉 is found by 渡辺,
ワタナベ by ﾜﾀﾅﾍﾞ and わたなべ. Folding is for finding only; what is shown stays as the person writes it.
"""

import re
import unicodedata

# Variants common in Japanese family names (the forms the family register keeps), each to the everyday form.
_EVERYDAY = {
    "高": "髙",
    "崎": "﨑嵜碕",
    "辺": "邉邊",
    "斉": "斎齋齊",
    "沢": "澤",
    "浜": "濱濵",
    "広": "廣",
    "国": "國",
    "島": "嶋嶌",
    "桜": "櫻",
    "真": "眞",
    "徳": "德",
    "恵": "惠",
    "竜": "龍",
    "曽": "曾",
    "瀬": "瀨",
    "黒": "黑",
    "清": "淸",
    "静": "靜",
    "寿": "壽",
    "与": "與",
    "円": "圓",
    "栄": "榮",
    "条": "條",
    "将": "將",
    "柳": "栁",
    "桑": "桒",
    "吉": "𠮷",
    "丈": "𠀋",
    "富": "冨",
    "峰": "峯",
    "館": "舘",
    "芦": "蘆",
    "関": "關",
    "塩": "鹽",
    "滝": "瀧",
    "彦": "彥",
    "緑": "綠",
    "達": "逹",
    "凜": "凛",
    "万": "萬",
    "亀": "龜",
    "亜": "亞",
    "仏": "佛",
    "会": "會",
    "伝": "傳",
    "児": "兒",
    "内": "內",
    "厳": "嚴",
    "台": "臺",
    "団": "團",
    "壱": "壹",
    "学": "學",
    "宝": "寶",
    "実": "實",
    "寛": "寬",
    "岳": "嶽",
    "巌": "巖",
    "帯": "帶",
    "弥": "彌",
    "応": "應",
    "恒": "恆",
    "悦": "悅",
    "戸": "戶",
    "晋": "晉",
    "暁": "曉",
    "来": "來",
    "栃": "杤",
    "楽": "樂",
    "横": "橫",
    "歩": "步",
    "浄": "淨",
    "浅": "淺",
    "渋": "澁澀",
    "画": "畫",
    "礼": "禮",
    "祢": "禰",
    "禄": "祿",
    "秋": "穐龝",
    "穂": "穗",
    "経": "經",
    "絵": "繪",
    "継": "繼",
    "総": "總",
    "縄": "繩",
    "聡": "聰",
    "船": "舩",
    "芸": "藝",
    "荘": "莊",
    "蔵": "藏",
    "蛍": "螢",
    "覚": "覺",
    "観": "觀",
    "豊": "豐",
    "遥": "遙",
    "郎": "郞",
    "鉄": "鐵",
    "頼": "賴",
    "顕": "顯",
    "鴎": "鷗",
    "鶏": "鷄",
    "鶴": "靏靍",
    "麦": "麥",
    "黄": "黃",
}
_VARIANTS = str.maketrans({variant: everyday for everyday, variants in _EVERYDAY.items() for variant in variants})
_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_SMALL_KE = str.maketrans("ゕゖ", "かけ")
"""関ヶ原 and 関ケ原 are one place; the small letters are habit."""
_FORMS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Variation selectors: they choose one drawing of the same character (there are two of 辻 and of 葛)."""
_BETWEEN = re.compile(r"[\s・･.·,、‐-]+")
_REPEATED = re.compile(r"(.)々")


def folded(text: str) -> str:
    """`text` in the form in which texts are compared: no spaces, no case, no width, hiragana, everyday characters."""
    plain = unicodedata.normalize("NFKC", _FORMS.sub("", text)).casefold()
    plain = plain.translate(_VARIANTS).translate(_HIRAGANA).translate(_SMALL_KE)
    return _REPEATED.sub(r"\1\1", _BETWEEN.sub("", plain))


def search_text(*, name: str, kana: str, number: str) -> str:
    """What a person is found by, each part folded."""
    return " ".join((folded(name), folded(kana), folded(number)))


def search_terms(query: str) -> list[str]:
    """The folded words of what was typed; every one of them has to be found. At most eight count."""
    words = (folded(word) for word in unicodedata.normalize("NFKC", query).split())
    return [word for word in words if word][:8]
