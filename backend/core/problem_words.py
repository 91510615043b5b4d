"""The sentences of errors that are no rule's refusal."""

from collections.abc import Mapping

from core.problems import Problem
from core.words import Language

PROBLEM_WORDS: Mapping[str, Mapping[Language, str]] = {
    Problem.BAD_INPUT: {
        "ja": "入力に誤りがあります。示された項目を直してください。",
        "en": "Something in the input is not right. Please mend the fields named.",
    },
    Problem.NOT_JSON: {"ja": "JSON として読めません。", "en": "The body cannot be read as JSON."},
    Problem.TOO_LARGE: {"ja": "送信された内容が大きすぎます。", "en": "What was sent is too large."},
    Problem.NOT_SIGNED_IN: {"ja": "サインインしてください。", "en": "Please sign in."},
    Problem.CSRF_FAILED: {
        "ja": "画面が古くなっています。読みこみ直してから、もう一度お試しください。",
        "en": "This page is out of date. Reload it and try again.",
    },
    Problem.FORBIDDEN: {"ja": "この操作をする権限がありません。", "en": "You are not permitted to do this."},
    Problem.NOT_FOUND: {"ja": "見つかりません。", "en": "Not found."},
    Problem.METHOD_NOT_ALLOWED: {"ja": "この操作には対応していません。", "en": "This method is not supported here."},
    Problem.NOT_ACCEPTABLE: {"ja": "求められた形式では答えられません。", "en": "No answer in the form asked for."},
    Problem.UNSUPPORTED_MEDIA_TYPE: {"ja": "JSON で送信してください。", "en": "Please send JSON."},
    Problem.THROTTLED: {
        "ja": "回数が多すぎます。しばらく待ってから、もう一度お試しください。",
        "en": "Too many attempts. Please wait a little and try again.",
    },
    Problem.IDEMPOTENCY_KEY_REUSED: {
        "ja": "この Idempotency-Key は、別の操作に使われています。",
        "en": "This Idempotency-Key was used for another request.",
    },
    Problem.SERVER_ERROR: {
        "ja": "サーバーで問題が起きました。しばらくしてから、もう一度お試しください。",
        "en": "Something went wrong on the server. Please try again in a little while.",
    },
}
