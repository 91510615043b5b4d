"""Why a series, or a change of one, is refused as a whole."""

from collections.abc import Mapping
from enum import StrEnum

from core.words import Language


class SeriesRefusal(StrEnum):
    """The code a refusal carries; what stands in the way of a single date has the code of a single booking."""

    SERIES_DATES_REFUSED = "series_dates_refused"
    SERIES_HAS_NO_DATES = "series_has_no_dates"
    SERIES_DATE_DOUBLED = "series_date_doubled"
    SERIES_DATE_MOVED = "series_date_moved"
    SERIES_NOTHING_LEFT = "series_nothing_left"


SERIES_WORDS: Mapping[str, Mapping[Language, str]] = {
    SeriesRefusal.SERIES_DATES_REFUSED: {
        "ja": "予約できない日があるため、どの日も変えていません。",
        "en": "Some dates cannot be had, so nothing was changed.",
    },
    SeriesRefusal.SERIES_HAS_NO_DATES: {
        "ja": "この条件では、予約する日がありません。",
        "en": "There is no date to book.",
    },
    SeriesRefusal.SERIES_DATE_DOUBLED: {
        "ja": "次の勤務日が、ほかの日と重なります。",
        "en": "The next working day is another of these dates.",
    },
    SeriesRefusal.SERIES_DATE_MOVED: {
        "ja": "休みの日や利用停止が変わり、この日はくり返しの日ではなくなりました。",
        "en": "Days off or closures have changed, and this is no date of the series any more.",
    },
    SeriesRefusal.SERIES_NOTHING_LEFT: {
        "ja": "その期間に、変えられる予約はありません。",
        "en": "There is nothing left to change in that time.",
    },
}
