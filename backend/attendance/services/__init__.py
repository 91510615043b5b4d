"""Looking at other people's past, which is itself on record."""
