"""The sentences of refusals about registrations and rules, for the server's side."""

from collections.abc import Mapping

from core.words import Language
from telework.policies.registration_refusals import RegistrationRefusal as R
from telework.policies.registration_refusals import RuleRefusal

REGISTRATION_WORDS: Mapping[str, Mapping[Language, str]] = {
    R.NOT_REGISTERED: {
        "ja": "その日に有効な利用者登録がありません。",
        "en": "No registration for telework is in force on that day.",
    },
    R.CLASS_EXCLUDED: {
        "ja": "任用区分により、在宅勤務の対象になっていません。",
        "en": "Telework is not open to this class of employment.",
    },
    R.COUNTER_DUTY: {
        "ja": "窓口のある所属です。",
        "en": "This section has counter duty.",
    },
    R.NOT_EMPLOYED_THEN: {
        "ja": "その日に在籍している職員ではありません。",
        "en": "Not on the roll on that day.",
    },
    R.YEAR_NOT_OPEN: {
        "ja": "この年度の利用者登録は、まだ受け付けていないか、終わっています。",
        "en": "Registrations for that fiscal year are not open.",
    },
    R.ALREADY_REGISTERED: {
        "ja": "この年度の利用者登録は、すでにあります。",
        "en": "There is a registration for that fiscal year already.",
    },
    R.PLEDGE_NEEDED: {
        "ja": "誓約事項の確認が必要です。",
        "en": "The pledge is needed.",
    },
    R.TRAINING_NEEDED: {
        "ja": "情報セキュリティ研修の受講日を入力してください。",
        "en": "Please give the day of your information security training.",
    },
    R.TRAINING_TO_COME: {
        "ja": "研修の受講日が、これからの日になっています。",
        "en": "The day of the training is still to come.",
    },
    R.TRAINING_TOO_OLD: {
        "ja": "今年度の情報セキュリティ研修を受けてから提出してください。",
        "en": "Please take this fiscal year's information security training first.",
    },
    R.PLACE_NEEDED: {
        "ja": "主な実施場所を入力してください。",
        "en": "Please say where you usually telework.",
    },
    R.CONTACT_NEEDED: {
        "ja": "実施中の連絡先を入力してください。",
        "en": "Please say how to reach you.",
    },
    RuleRefusal.RULE_NOT_FOR_DEPARTMENTS: {
        "ja": "この項目は、所属では変更できません。",
        "en": "Departments cannot set this.",
    },
    RuleRefusal.RULES_CHANGED: {
        "ja": "ほかの人がこの所属の規則を変更しました。新しい内容を確かめてから、もう一度設定してください。",
        "en": "Somebody else has set this department's rules meanwhile. Look at them and set yours again.",
    },
}
