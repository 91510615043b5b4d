"""The sentences about second factors, for the server's side."""

from collections.abc import Mapping

from access.policies.factor_refusals import FactorRefusal
from core.words import Language

FACTOR_WORDS: Mapping[str, Mapping[Language, str]] = {
    FactorRefusal.WRONG_CODE: {
        "ja": "コードが違うか、もう使われています。新しいコードを入力してください。",
        "en": "This code is wrong or has been used. Enter a new one.",
    },
    FactorRefusal.WRONG_PASSKEY: {
        "ja": "このパスキーではサインインできません。",
        "en": "This passkey does not sign you in.",
    },
    FactorRefusal.SECOND_FACTOR_OVER: {
        "ja": "時間が経ったため、サインインをはじめからやり直してください。",
        "en": "This took too long. Please sign in again from the beginning.",
    },
    FactorRefusal.PROOF_NEEDED: {
        "ja": "変更する前に、ご本人であることをもう一度確認してください。",
        "en": "Confirm that it is you before you change this.",
    },
    FactorRefusal.PROOF_WRONG: {
        "ja": "確認できませんでした。もう一度お試しください。",
        "en": "That is not right. Please try again.",
    },
    FactorRefusal.NO_AUTHENTICATOR: {
        "ja": "認証アプリは設定されていません。",
        "en": "No authenticator app is set up.",
    },
    FactorRefusal.AUTHENTICATOR_THERE: {
        "ja": "認証アプリはすでに設定されています。替えるときは、先に今の設定を外してください。",
        "en": "An authenticator app is set up already. To change it, remove it first.",
    },
    FactorRefusal.TOO_MANY_PASSKEYS: {
        "ja": "登録できるパスキーの数に達しています。使っていないものを外してください。",
        "en": "You hold as many passkeys as you may. Remove one that is not used.",
    },
    FactorRefusal.PASSKEY_KNOWN: {
        "ja": "このパスキーはすでに登録されています。",
        "en": "This passkey is registered already.",
    },
    FactorRefusal.FACTOR_DEMANDED: {
        "ja": "お持ちの役割では2段階認証が必要なため、最後の1つは外せません。",
        "en": "Your role asks for a second factor, so the last one cannot be removed.",
    },
    FactorRefusal.NO_SECOND_FACTOR: {
        "ja": "先に認証アプリかパスキーを設定してください。",
        "en": "Set up an authenticator app or a passkey first.",
    },
    FactorRefusal.OWN_FACTORS: {
        "ja": "ご自分の2段階認証は、ここではリセットできません。「わたしのサインイン」で変更してください。",
        "en": "You cannot reset your own second factor here. Change it under “My sign-in”.",
    },
}
