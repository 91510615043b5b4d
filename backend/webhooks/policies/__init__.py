"""Which events may leave the house, and when a delivery is tried again: decided without a database."""
