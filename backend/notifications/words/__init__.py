"""What notices say in mails: a subject that gives nothing away, and a sentence. The screens have their own words.

`{fact}` is filled in by notifications.policies.sentences. A subject names no person, place, day or time: it is shown
on locked telephones. Each kind of notifications.policies.kinds has its entry, by the group it belongs to; a test
proves it.
"""

from notifications.words.approvals import APPROVALS_WORDS
from notifications.words.bookings import BOOKINGS_WORDS
from notifications.words.calendars import CALENDAR_WORDS
from notifications.words.directory import DIRECTORY_WORDS
from notifications.words.frame import MAIL_WORDS
from notifications.words.moves import MOVES_WORDS
from notifications.words.offers import OFFERS_WORDS
from notifications.words.privacy import PRIVACY_WORDS
from notifications.words.registrations import REGISTRATIONS_WORDS
from notifications.words.saying import Saying, Sayings
from notifications.words.section import SECTION_WORDS
from notifications.words.telework import TELEWORK_WORDS
from notifications.words.webhooks import WEBHOOK_WORDS

__all__ = ["MAIL_WORDS", "NOTICE_WORDS", "Saying"]

NOTICE_WORDS: Sayings = {
    **BOOKINGS_WORDS,
    **OFFERS_WORDS,
    **MOVES_WORDS,
    **SECTION_WORDS,
    **PRIVACY_WORDS,
    **TELEWORK_WORDS,
    **REGISTRATIONS_WORDS,
    **APPROVALS_WORDS,
    **DIRECTORY_WORDS,
    **WEBHOOK_WORDS,
    **CALENDAR_WORDS,
}
