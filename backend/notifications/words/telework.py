"""Telework as the person who does it hears of it. Subjects say neither why nor where somebody works."""

from notifications.words.saying import Saying, Sayings

TELEWORK_WORDS: Sayings = {
    "telework_approved": {
        "ja": Saying(
            "テレワークの申請が承認されました",
            "{by} さんが、{day} {start}〜{end} のテレワークを承認しました。",
        ),
        "en": Saying(
            "Your telework request was approved",
            "{by} approved your telework on {day}, {start}–{end}.",
        ),
    },
    "telework_approved_for_desk": {
        "ja": Saying(
            "テレワークの申請が承認されました",
            "{by} さんが、{day} {start}〜{end} のテレワークを承認しました。"
            "これにともない、その時間の席 {desks_let_go} の予約を取り消しました。",
        ),
        "en": Saying(
            "Your telework request was approved",
            "{by} approved your telework on {day}, {start}–{end}. "
            "Your booking of desk {desks_let_go} at that time was cancelled with it.",
        ),
    },
    "telework_approved_many": {
        "ja": Saying(
            "テレワークの申請が承認されました",
            "{by} さんが、{my_day} のテレワークを承認しました。",
        ),
        "en": Saying(
            "Your telework requests were approved",
            "{by} approved your telework on {my_day}.",
        ),
    },
    "telework_approved_many_for_desks": {
        "ja": Saying(
            "テレワークの申請が承認されました",
            "{by} さんが、{my_day} のテレワークを承認しました。"
            "これにともない、その時間の席 {my_desk} の予約を取り消しました。",
        ),
        "en": Saying(
            "Your telework requests were approved",
            "{by} approved your telework on {my_day}. Your bookings of desk {my_desk} then were cancelled with it.",
        ),
    },
    "telework_returned": {
        "ja": Saying(
            "テレワークの申請が差し戻されました",
            "{by} さんが、{day} {start}〜{end} のテレワークの申請を差し戻しました。"
            "「{comment}」 直して、もう一度申請できます。",
        ),
        "en": Saying(
            "Your telework request was returned",
            "{by} returned your request for telework on {day}, {start}–{end}: “{comment}” "
            "You may change it and submit it again.",
        ),
    },
    "telework_returned_many": {
        "ja": Saying(
            "テレワークの申請が差し戻されました",
            "{by} さんが、{my_day} のテレワークの申請を差し戻しました。「{comment}」 直して、もう一度申請できます。",
        ),
        "en": Saying(
            "Your telework requests were returned",
            "{by} returned your requests for telework on {my_day}: “{comment}” "
            "You may change them and submit them again.",
        ),
    },
    "telework_rejected": {
        "ja": Saying(
            "テレワークの申請が却下されました",
            "{by} さんが、{day} {start}〜{end} のテレワークの申請を却下しました。理由: {comment}",
        ),
        "en": Saying(
            "Your telework request was rejected",
            "{by} rejected your request for telework on {day}, {start}–{end}. Reason: {comment}",
        ),
    },
    "telework_rejected_many": {
        "ja": Saying(
            "テレワークの申請が却下されました",
            "{by} さんが、{my_day} のテレワークの申請を却下しました。理由: {comment}",
        ),
        "en": Saying(
            "Your telework requests were rejected",
            "{by} rejected your requests for telework on {my_day}. Reason: {comment}",
        ),
    },
    "telework_revoked": {
        "ja": Saying(
            "テレワークの承認が取り消されました",
            "{by} さんが、{day} {start}〜{end} のテレワークの承認を取り消しました。"
            "その時間は出勤してください。理由: {comment}",
        ),
        "en": Saying(
            "The approval of your telework was revoked",
            "{by} revoked the approval of your telework on {day}, {start}–{end}. "
            "Please come to the office then. Reason: {comment}",
        ),
    },
    "telework_ordered": {
        "ja": Saying(
            "テレワークが命じられました",
            "{by} さんが、{first_day} から {last_day} までのテレワークを命じました。申請はいりません。理由: {reason}",
        ),
        "en": Saying(
            "Telework was ordered",
            "{by} ordered telework from {first_day} to {last_day}. You need not ask for it. Reason: {reason}",
        ),
    },
    "telework_ordered_for_desks": {
        "ja": Saying(
            "テレワークが命じられました",
            "{by} さんが、{first_day} から {last_day} までのテレワークを命じました。申請はいりません。"
            "その間の席 {my_desk} の予約は取り消しました。理由: {reason}",
        ),
        "en": Saying(
            "Telework was ordered",
            "{by} ordered telework from {first_day} to {last_day}. You need not ask for it, "
            "and your bookings of desk {my_desk} in that time were cancelled. Reason: {reason}",
        ),
    },
    "telework_order_withdrawn": {
        "ja": Saying(
            "テレワークの命令が取りやめになりました",
            "{by} さんが、{first_day} から {last_day} までのテレワークの命令を取りやめました。"
            "まだ始まっていない日は、いつもの勤務に戻ります。",
        ),
        "en": Saying(
            "The order of telework was withdrawn",
            "{by} withdrew the order of telework from {first_day} to {last_day}. "
            "Days that have not begun are as usual again.",
        ),
    },
    "telework_sent_back": {
        "ja": Saying(
            "実施報告の書き直しをお願いします",
            "{by} さんが、{day} {start}〜{end} のテレワークの報告を差し戻しました。「{comment}」",
        ),
        "en": Saying(
            "Your report was sent back",
            "{by} asks you to write your report of the telework on {day}, {start}–{end}, anew: “{comment}”",
        ),
    },
    "telework_confirmed": {
        "ja": Saying(
            "実施報告が確認されました",
            "{by} さんが、{day} {start}〜{end} のテレワークの報告を確認しました。",
        ),
        "en": Saying(
            "Your report was confirmed",
            "{by} confirmed your report of the telework on {day}, {start}–{end}.",
        ),
    },
    "telework_confirmed_many": {
        "ja": Saying(
            "実施報告が確認されました",
            "{by} さんが、{my_day} のテレワークの報告を確認しました。",
        ),
        "en": Saying(
            "Your reports were confirmed",
            "{by} confirmed your reports of the telework on {my_day}.",
        ),
    },
    "telework_not_performed": {
        "ja": Saying(
            "テレワークが未実施になりました",
            "{day} {start}〜{end} のテレワークは、開始の記録がなかったため、未実施になりました。"
            "実際に行ったときは、所属長に連絡してください。",
        ),
        "en": Saying(
            "Telework was not performed",
            "Your telework on {day}, {start}–{end}, counts as not performed, because it was never started. "
            "If you did work then, please tell your manager.",
        ),
    },
    "desk_offered_back": {
        "ja": Saying(
            "前の席をとり直せます",
            "{day} {start}〜{end} は、前に予約していた席 {desk_code} がまだ空いています。",
        ),
        "en": Saying(
            "Your desk is still free",
            "Desk {desk_code}, which you had booked on {day}, {start}–{end}, is still free.",
        ),
    },
    "short_rest": {
        "ja": Saying(
            "勤務の間隔が短くなっています",
            "{day} の勤務の始まりまでに、前の勤務の終わりから {rest_hours} 時間がありません。"
            "体を休められるよう、所属長と時間を調整してください。",
        ),
        "en": Saying(
            "The rest between two working days is short",
            "There were fewer than {rest_hours} hours between the working day before and the start on {day}. "
            "Please arrange your times with your manager so that you can rest.",
        ),
    },
}
