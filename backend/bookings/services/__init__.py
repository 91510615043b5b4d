"""Every change of a booking; there is no second path to one."""
