"""Slots, figures, cleaning and what may be shown: decided without a database."""
