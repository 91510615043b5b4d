"""What stands around the sentences of a mail."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.words import Language


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
