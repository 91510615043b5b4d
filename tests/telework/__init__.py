"""Telework and what lies beside it: desks that are given up, rivals, and what holds when a process is killed."""
