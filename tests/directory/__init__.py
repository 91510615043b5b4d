"""What the directory does together with everything that people hold: leavers, moves, planned transfers."""
