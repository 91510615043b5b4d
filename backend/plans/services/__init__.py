"""Writes of the ledger and of the city's calendar."""
