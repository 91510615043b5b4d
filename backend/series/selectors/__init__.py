"""Reads of series: what one would come to, and those a person has."""
