"""What a token may be for."""

from enum import StrEnum


class Scope(StrEnum):
    """A part of the API that a token opens. A token never opens more than its account may."""

    READ = "read"  # every read that its account may make
    BOOKINGS = "bookings"  # book, change, check in
    TELEWORK = "telework"  # requests, the day itself, reports
    DIRECTORY = "directory"  # directory runs
    PLACES = "places"  # buildings, layouts, closures
    SENSORS = "sensors"  # readings of sensors, and nothing else
