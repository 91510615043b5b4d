"""From a folder of tables and drawings to floors: read, check, compare. Nothing in here knows the database."""
