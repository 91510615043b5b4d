"""The sentences of telework's refusals, a file for each part."""

from collections.abc import Mapping

from core.words import Language
from telework.words.registrations import REGISTRATION_WORDS
from telework.words.requests import REQUEST_WORDS
from telework.words.work import WORK_WORDS

TELEWORK_WORDS: Mapping[str, Mapping[Language, str]] = {**REGISTRATION_WORDS, **REQUEST_WORDS, **WORK_WORDS}
