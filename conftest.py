"""Fixtures that hold for every test, wherever it stands."""

pytest_plugins = [
    "tests.fixtures.cast",
    "tests.fixtures.clients",
    "tests.fixtures.event_log",
    "tests.fixtures.postgres",
    "tests.fixtures.served",
    "tests.fixtures.smtp_catcher",
]
