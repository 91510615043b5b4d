"""Building facts, taking in counts and readings, sending reports."""
