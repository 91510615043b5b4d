"""Writing notices, reading them, mailing them, and forgetting them."""
