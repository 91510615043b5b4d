"""What notices say in mails: a subject that gives nothing away, and a sentence. The screens have their own words.

`{fact}` is filled in by notifications.policies.sentences. A subject names no person, place, day or time: it is shown
on locked telephones. Each kind of notifications.policies.kinds has its entry; a test proves it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from core.words import Language


@dataclass(frozen=True, slots=True)
class Saying:
    """One kind of notice in one language."""

    subject: str
    says: str


@dataclass(frozen=True, slots=True)
class MailFrame:
    """What stands around the sentences of a mail."""

    subject: str
    one: str
    many_subject: str
    many: str
    bullet: str


_FOOT_JA = """
--
今日の席(Kyoseki)から自動で送っています。このメールには返信できません。
メールの受け取り方は、次の画面で変えられます。
{choices}
"""
_FOOT_EN = """
--
Sent by Kyoseki. Nobody reads answers to this address.
Choose which mails you get:
{choices}
"""

MAIL_WORDS: Mapping[Language, MailFrame] = {
    "ja": MailFrame(
        subject="【今日の席】{subject}",
        one="{name} 様\n\n{says}\n\nくわしくは、次の画面をご覧ください。\n{link}\n" + _FOOT_JA,
        many_subject="まだ読んでいないお知らせがあります",
        many="{name} 様\n\nまだ読んでいないお知らせです。\n\n{lines}\n\n一覧は、次の画面にあります。\n{link}\n"
        + _FOOT_JA,
        bullet="・",
    ),
    "en": MailFrame(
        subject="[Kyoseki] {subject}",
        one="Dear {name},\n\n{says}\n\nSee and act here:\n{link}\n" + _FOOT_EN,
        many_subject="There are notices you have not read",
        many="Dear {name},\n\nThese notices wait to be read:\n\n{lines}\n\nAll of them:\n{link}\n" + _FOOT_EN,
        bullet="- ",
    ),
}

NOTICE_WORDS: Mapping[str, Mapping[Language, Saying]] = {
    "booking_released": {
        "ja": Saying(
            "席の予約が解放されました",
            "{day} {start}〜{end} の席 {desk_code} は、チェックインがなかったため解放されました。",
        ),
        "en": Saying(
            "A booking of yours was released",
            "Desk {desk_code} on {day}, {start}–{end}, was released because nobody checked in.",
        ),
    },
    "booking_closed": {
        "ja": Saying(
            "席が利用停止になりました",
            "{day} {start}〜{end} の席 {desk_code} は、利用停止のため使えなくなり、予約は取り消されました。"
            "お手数ですが、別の席をおとりください。",
        ),
        "en": Saying(
            "A desk you booked is closed",
            "Desk {desk_code} on {day}, {start}–{end}, is closed and your booking was cancelled. "
            "Please choose another desk.",
        ),
    },
    "booking_cut": {
        "ja": Saying(
            "席を使える時間が短くなりました",
            "{day} の席 {desk_code} は、利用停止のため {end} までになりました。",
        ),
        "en": Saying(
            "A booking of yours ends earlier",
            "Desk {desk_code} on {day} is yours only until {end}, because it closes then.",
        ),
    },
    "booked_for_you": {
        "ja": Saying(
            "席が予約されました",
            "{by} さんが、あなたのために {day} {start}〜{end} の席 {desk_code} を予約しました。",
        ),
        "en": Saying(
            "A desk was booked for you",
            "{by} booked desk {desk_code} for you on {day}, {start}–{end}.",
        ),
    },
    "changed_for_you": {
        "ja": Saying(
            "席の予約が変更されました",
            "{by} さんが、あなたの予約({was_day} {was_desk_code})を、"
            "{day} {start}〜{end} の席 {desk_code} に変更しました。",
        ),
        "en": Saying(
            "A booking of yours was changed",
            "{by} changed your booking ({was_day}, {was_desk_code}) to desk {desk_code} on {day}, {start}–{end}.",
        ),
    },
    "cancelled_for_you": {
        "ja": Saying(
            "席の予約が取り消されました",
            "{by} さんが、あなたの {day} {start}〜{end} の席 {desk_code} の予約を取り消しました。",
        ),
        "en": Saying(
            "A booking of yours was cancelled",
            "{by} cancelled your booking of desk {desk_code} on {day}, {start}–{end}.",
        ),
    },
    "past_viewed": {
        "ja": Saying(
            "過去の居場所の閲覧について",
            "{by} さんが、あなたの {day} の居場所を閲覧しました。",
        ),
        "en": Saying(
            "Your past whereabouts were looked at",
            "{by} looked at where you were on {day}.",
        ),
    },
    "section_past_viewed": {
        "ja": Saying(
            "過去の居場所の閲覧について",
            "{by} さんが、所属の {from}〜{to} の居場所を閲覧しました。あなたの記録も含まれます。",
        ),
        "en": Saying(
            "Your past whereabouts were looked at",
            "{by} looked at where the people of your section were from {from} to {to}, you among them.",
        ),
    },
}
