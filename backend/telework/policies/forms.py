"""What forms of telework ask for: the values that their fields may have."""

from enum import StrEnum


class Unit(StrEnum):
    """How much of a day a request is for; `hours` has its own start and end."""

    FULL = "full"
    AM = "am"
    PM = "pm"
    HOURS = "hours"


class Form(StrEnum):
    """実施形態. A mobile day holds `satellite` in the ledger: it is neither the office nor the home."""

    HOME = "home"
    SATELLITE = "satellite"
    MOBILE = "mobile"


class Origin(StrEnum):
    """How a request came about: asked for, ordered by a manager, or entered after a call."""

    REQUEST = "request"
    ORDER = "order"
    POST_HOC = "post_hoc"


class Treatment(StrEnum):
    """As what the day counts: duty (勤務) or a business trip (出張扱い)."""

    DUTY = "duty"
    TRIP = "trip"


class Terminal(StrEnum):
    """Which terminal is used; those of the pool can run short."""

    OWN_OFFICE = "own_office"
    POOL = "pool"
    VIRTUAL = "virtual"
    NONE = "none"


class ReasonClass(StrEnum):
    """理由区分 of a registration; where terminals are short, childcare and care come first."""

    NONE = "none"
    CHILDCARE = "childcare"
    CARE = "care"
    PREGNANCY = "pregnancy"
    ILLNESS = "illness"
    OTHER = "other"


class UsualPlace(StrEnum):
    """The kind of the place that is named in a registration."""

    OWN_HOME = "own_home"
    RELATIVES_HOME = "relatives_home"
    SATELLITE_OFFICE = "satellite_office"
    OTHER = "other"


class DecidedAs(StrEnum):
    """As whom somebody decided: 所属長, 代決, the next up who covered for an absent one, or by an order."""

    MANAGER = "manager"
    DELEGATE = "delegate"
    COVER = "cover"
    ORDER = "order"


class OrderReason(StrEnum):
    """Why telework is ordered."""

    DISASTER = "disaster"
    EPIDEMIC = "epidemic"
    OTHER = "other"
