"""Fixtures that hold for every test, wherever it stands."""

pytest_plugins = [
    "tests.fixtures.briefly",
    "tests.fixtures.cast",
    "tests.fixtures.clients",
    "tests.fixtures.cyrus",
    "tests.fixtures.event_log",
    "tests.fixtures.imap_server",
    "tests.fixtures.postgres",
    "tests.fixtures.radicale",
    "tests.fixtures.receiver",
    "tests.fixtures.roster_copy",
    "tests.fixtures.samba",
    "tests.fixtures.served",
    "tests.fixtures.hall_at_ten",  # imports postgres
    "tests.fixtures.losable_hall",  # imports served
    "tests.fixtures.plans_read",  # imports postgres
    "tests.fixtures.federated",  # and so does this
    "tests.fixtures.slapd",
    "tests.fixtures.smtp_catcher",
    "tests.fixtures.xandikos",
]
