"""Opening the roster, counting heads, keeping the copy."""
