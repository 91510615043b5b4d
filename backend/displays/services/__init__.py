"""Setting displays up, taking them down, and noting that they are there."""
