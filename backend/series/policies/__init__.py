"""What a series decides, as values."""
