"""Queues of jobs that have a worker of their own."""

OUTSIDE = "outside"
"""Jobs that speak to other people's servers: a slow one keeps nothing waiting but what goes outside too."""

HEAVY = "heavy"
"""Jobs that compute for long: facts of many days, files of millions of lines, placements. Nobody waits behind them."""

APART = (OUTSIDE, HEAVY)
"""The queues that have a worker of their own."""
