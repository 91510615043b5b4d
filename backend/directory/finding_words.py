"""What is wrong with an entry of a directory, as a sentence for people."""

from collections.abc import Mapping

from core.words import Language
from directory.source import Finding, FindingCode

FINDING_WORDS: Mapping[FindingCode, Mapping[Language, str]] = {
    FindingCode.NO_NAME: {"ja": "氏名がありません", "en": "has no name"},
    FindingCode.NO_NUMBER: {"ja": "職員番号がありません", "en": "has no staff number"},
    FindingCode.NO_ID: {"ja": "ユーザー名がありません", "en": "has no user name"},
    FindingCode.NO_CODE: {"ja": "所属コードがありません", "en": "has no code"},
    FindingCode.NO_DEPARTMENT: {"ja": "所属がありません", "en": "is in no department"},
    FindingCode.SEVERAL_DEPARTMENTS: {
        "ja": "本務の所属がいくつもあります({value})",
        "en": "has several main departments ({value})",
    },
    FindingCode.UNKNOWN_DEPARTMENT: {"ja": "所属 {value} はありません", "en": "there is no department {value}"},
    FindingCode.UNKNOWN_EMPLOYMENT: {
        "ja": "任用区分 {value} がわかりません",
        "en": "the employment class {value} is unknown",
    },
    FindingCode.UNKNOWN_KIND: {
        "ja": "所属の種類 {value} がわかりません",
        "en": "the kind of department {value} is unknown",
    },
    FindingCode.UNKNOWN_MANAGER: {"ja": "上司 {value} が見つかりません", "en": "the manager {value} is nowhere"},
    FindingCode.UNKNOWN_PERSON: {"ja": "職員 {value} が見つかりません", "en": "the person {value} is nowhere"},
    FindingCode.NUMBER_TWICE: {
        "ja": "職員番号 {value} の人がふたりいます",
        "en": "the staff number {value} is there twice",
    },
    FindingCode.ID_TWICE: {
        "ja": "ユーザー名 {value} の人がふたりいます",
        "en": "the user name {value} is there twice",
    },
    FindingCode.CODE_TWICE: {
        "ja": "所属コード {value} がふたつあります",
        "en": "the code {value} is there twice",
    },
    FindingCode.BELOW_ITSELF: {"ja": "所属が自分の下にあります", "en": "lies below itself"},
    FindingCode.NOT_UTF8: {"ja": "文字が読めません({attribute})", "en": "cannot be read as text ({attribute})"},
    FindingCode.TOO_LONG: {
        "ja": "{attribute} が長すぎます({most} 文字まで)",
        "en": "{attribute} is longer than {most} characters",
    },
}


class _Told(dict[str, str]):
    def __missing__(self, _name: str) -> str:
        return "?"


def finding_sentence(finding: Finding, language: Language) -> str:
    """Where and what, in one line."""
    words = FINDING_WORDS.get(finding.code, {}).get(language, finding.code.value)
    return f"{finding.entry}: {words.format_map(_Told(finding.facts))}"
