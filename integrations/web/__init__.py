"""The way out of the house, for every integration that speaks HTTP: to named hosts alone, and never for long."""
