"""Queues of jobs that have a worker of their own."""

OUTSIDE = "outside"
"""Jobs that speak to other people's servers: a slow one keeps nothing waiting but what goes outside too."""
