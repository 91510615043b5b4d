"""Fixtures that hold for every test, wherever it stands."""

pytest_plugins = ["tests.fixtures.event_log", "tests.fixtures.postgres"]
