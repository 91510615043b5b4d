"""The seam to the solvers: OR-Tools' CP-SAT, and HiGHS for the linear bound. Only the worker loads it."""
