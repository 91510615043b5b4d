"""Sentences of the server in the reader's language. Each app registers its own; a test proves both languages."""

from collections.abc import Mapping
from typing import Any, Literal

Language = Literal["ja", "en"]

_SENTENCES: dict[str, Mapping[Language, str]] = {}


def register_words(words: Mapping[str, Mapping[Language, str]]) -> None:
    """Add an app's sentences, by code; called from its `apps.py`. A code said twice is an error."""
    for code, sentences in words.items():
        if _SENTENCES.get(str(code), sentences) != sentences:
            raise ValueError(f"{code} already has other words")
        _SENTENCES[str(code)] = sentences


def sentence(code: str, language: Language) -> str:
    """The sentence of `code`, or the code itself where none was registered."""
    return _SENTENCES.get(str(code), {}).get(language) or str(code)


def every_code() -> Mapping[str, Mapping[Language, str]]:
    """All registered codes with their sentences."""
    return dict(_SENTENCES)


def language_of(request: Any) -> Language:
    """The reader's language: the person's own choice, else the browser's first of the two, else Japanese."""
    account = getattr(request, "user", None)
    chosen = getattr(getattr(account, "person", None), "language", None)
    if chosen in ("ja", "en"):
        return "en" if chosen == "en" else "ja"
    header = request.headers.get("Accept-Language", "") if request is not None else ""
    for wanted in header.split(","):
        tag = wanted.split(";")[0].strip().lower()
        if tag.startswith("ja"):
            return "ja"
        if tag.startswith("en"):
            return "en"
    return "ja"
