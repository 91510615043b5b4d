"""The sentences of refusals about requests, for the server's side."""

from collections.abc import Mapping

from core.words import Language
from telework.policies.request_refusals import RequestRefusal as R

REQUEST_WORDS: Mapping[str, Mapping[Language, str]] = {
    R.WRONG_STATE: {
        "ja": "申請の状態が変わっているため、この操作はできません。",
        "en": "The request is in another state now, in which this cannot be done.",
    },
    R.TELEWORK_CHANGED: {
        "ja": "表示したあとに、申請が変更されました。新しい内容を確認してください。",
        "en": "The request was changed after you opened it. Please look at it again.",
    },
    R.OWN_REQUEST: {"ja": "自分の申請は、自分では承認できません。", "en": "Nobody decides about their own request."},
    R.NOT_YOURS_TO_DECIDE: {
        "ja": "この申請を承認できるのは、所属長・代決者だけです。",
        "en": "Only the manager or a delegate decides about this request.",
    },
    R.ONLY_ONESELF: {"ja": "この操作は本人だけができます。", "en": "Only the person can do this."},
    R.NOBODY_DECIDES: {
        "ja": "承認できる所属長がいないため、申請できません。",
        "en": "There is no manager who could decide about this request.",
    },
    R.COMMENT_NEEDED: {"ja": "理由を入力してください。", "en": "Please give a reason."},
    R.TELEWORK_BEGUN: {
        "ja": "すでに開始しているため、取り消せません。",
        "en": "It has begun and can no longer be given up.",
    },
    R.DAY_IS_OVER: {
        "ja": "申請の日が過ぎています。事後の申請にしてください。",
        "en": "The day is over. Please enter it afterwards.",
    },
    R.DAY_NOT_OVER: {
        "ja": "これからの日は、事後の申請にはできません。",
        "en": "A day to come cannot be entered afterwards.",
    },
    R.POST_HOC_ONLY: {
        "ja": "過ぎた時間の申請です。所属長に連絡してあるときは、理由を入れて事後の申請にしてください。",
        "en": "That time is past. If your manager knew of it, give the reason and enter it afterwards.",
    },
    R.POST_HOC_TOO_LATE: {
        "ja": "事後の申請ができる期間を過ぎています。",
        "en": "It is too late to enter that day afterwards.",
    },
    R.CITY_CLOSED: {"ja": "その日は勤務日ではありません。", "en": "That day is not a working day."},
    R.ANOTHER_REQUEST: {
        "ja": "同じ時間に、別の在宅勤務の申請があります。",
        "en": "There is another telework request at that time.",
    },
    R.APPLIED_TOO_LATE: {"ja": "申請の締切を過ぎています。", "en": "The deadline for that day has passed."},
    R.FORM_NOT_ALLOWED: {
        "ja": "この実施形態は認められていません。",
        "en": "This form of telework is not allowed here.",
    },
    R.DOCUMENTS_STAY: {"ja": "書類の持ち出しは認められていません。", "en": "Documents may not be taken out."},
    R.OUTSIDE_TELEWORK_HOURS: {
        "ja": "在宅勤務ができる時間帯ではありません。",
        "en": "Telework is not possible at those hours.",
    },
    R.DAY_TOO_LONG: {
        "ja": "出勤と在宅を合わせて、1日の勤務時間を超えます。",
        "en": "Office and telework together would be longer than a working day.",
    },
    R.WEEK_FULL: {"ja": "その週にできる日数に達しています。", "en": "That week has no telework day left."},
    R.MONTH_FULL: {"ja": "その月にできる日数に達しています。", "en": "That month has no telework day left."},
    R.TOO_MANY_IN_A_ROW: {"ja": "続けてできる日数を超えます。", "en": "That would be too many days in a row."},
    R.TOO_FEW_OFFICE_DAYS: {
        "ja": "その週の出勤日が少なくなりすぎます。",
        "en": "Too few days in the office would be left that week.",
    },
    R.NO_POOL_TERMINAL: {"ja": "貸出用の端末に空きがありません。", "en": "No shared terminal is left that day."},
    R.OTHERS_COME_FIRST: {
        "ja": "端末が足りないため、育児・介護の申請が優先されます。",
        "en": "Terminals are short: requests for childcare and care come first.",
    },
    R.ON_A_TEAM_DAY: {"ja": "チーム出社日です。", "en": "It is a team day in the office."},
    R.BELOW_MINIMUM: {
        "ja": "庁舎にいる人が、所属で決めた人数より少なくなります。",
        "en": "Fewer people than the section needs would be on site.",
    },
    R.NO_DAY_TO_ORDER: {
        "ja": "命令の期間に、対象となる人・勤務日がありません。",
        "en": "The order would reach nobody on any working day.",
    },
    R.ORDER_IS_OVER: {"ja": "この命令は終わっています。", "en": "This order is over."},
    R.SERIES_NOT_POSSIBLE: {
        "ja": "申請できない日があります。その日を外してください。",
        "en": "Some of the days cannot be had. Please leave them out.",
    },
}
