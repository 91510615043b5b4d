"""The roll and the directory: what a move ends, what comes to somebody else, what IT has to look at."""

from notifications.words.saying import Saying, Sayings

DIRECTORY_WORDS: Sayings = {
    "directory_failing": {
        "ja": Saying(
            "ディレクトリを読み込めません",
            "ディレクトリの読み込みが {failures} 回続けて失敗しています。最後に読み込めたのは {last_success_at} "
            "です。それまでの職員と所属は、そのまま使えます。",
        ),
        "en": Saying(
            "The directory cannot be read",
            "Reading the directory has failed {failures} times in a row; it last worked {last_success_at}. People "
            "and sections stay as they were.",
        ),
    },
    "directory_recovered": {
        "ja": Saying(
            "ディレクトリを読み込めるようになりました",
            "{failures} 回続けて失敗していたディレクトリの読み込みが、元に戻りました。",
        ),
        "en": Saying(
            "The directory can be read again",
            "After {failures} failures in a row, the directory was read again.",
        ),
    },
    "directory_held": {
        "ja": Saying(
            "ディレクトリの変更が確認を待っています",
            "ディレクトリの変更で多くの職員か所属がなくなるため、反映を止めました。内容を確かめて、反映するかどうかを決めてください。",
        ),
        "en": Saying(
            "A change of the directory waits for you",
            "The directory would end so many people or sections that nothing was changed. "
            "Look at the list, and decide.",
        ),
    },
    "transfer_failed": {
        "ja": Saying(
            "人事異動を反映できませんでした",
            "{effective_on} の「{title}」を反映できませんでした。職員と所属は、前のままです。",
        ),
        "en": Saying(
            "A transfer could not be applied",
            "“{title}” of {effective_on} could not be applied. People and sections are as they were before.",
        ),
    },
    "transfer_applied": {
        "ja": Saying(
            "人事異動を反映しました",
            "{effective_on} の「{title}」を反映しました。",
        ),
        "en": Saying(
            "A transfer was applied",
            "“{title}” of {effective_on} was applied.",
        ),
    },
    "lost_by_moving": {
        "ja": Saying(
            "異動のため、席の予約が取り消されました",
            "所属が変わり、{desk_codes} は予約できる席ではなくなったため、{days} の予約を取り消しました。"
            "新しい所属の席をおとりください。",
        ),
        "en": Saying(
            "Your desk was cancelled because you moved",
            "Your section has changed, and {desk_codes} can no longer be booked by you: the bookings on {days} were "
            "cancelled. Please book a desk of your new section.",
        ),
    },
    "waitlist_ended_by_moving": {
        "ja": Saying(
            "異動のため、空席待ちが終わりました",
            "所属が変わったため、{day} {start}〜{end} の空席待ちは終わりました。",
        ),
        "en": Saying(
            "Your wait for a desk ended because you moved",
            "Your section has changed; your wait on {day}, {start}–{end}, is over.",
        ),
    },
    "delegate_left": {
        "ja": Saying(
            "代理の人がいなくなりました",
            "{person_name} さんが退職したため、{from}〜{to} の代理の指定が終わりました。必要なときは、"
            "ほかの人を指定してください。",
        ),
        "en": Saying(
            "Your delegate has left",
            "{person_name} has left, and with it the delegation of {from} to {to} has ended. Name somebody else if "
            "you need to.",
        ),
    },
    "own_delegation_ended": {
        "ja": Saying(
            "異動のため、代理の指定が終わりました",
            "あなたの異動により、{person_name} さんへの代理の指定({from}〜{to})が終わりました。",
        ),
        "en": Saying(
            "Your delegation ended because you moved",
            "You manage another section now, so your delegation to {person_name} ({from} to {to}) has ended.",
        ),
    },
    "delegation_ended_with_the_roll": {
        "ja": Saying(
            "代理の指定が終わりました",
            "{delegator_name} さんの異動または退職により、代理の指定({from}〜{to})が終わりました。",
        ),
        "en": Saying(
            "A delegation has ended",
            "{delegator_name} has moved or left, so your delegation ({from} to {to}) has ended.",
        ),
    },
    "telework_handed_over": {
        "ja": Saying(
            "承認を待つものを引き継ぎました",
            "人事異動により、{people_count} 人の申請や報告 {waiting_count} 件が、あなたの承認・確認を待っています。",
        ),
        "en": Saying(
            "Requests have come to you",
            "After a transfer, {waiting_count} requests and reports of {people_count} people wait for you.",
        ),
    },
}
