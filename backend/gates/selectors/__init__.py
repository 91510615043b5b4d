"""Reading who passed which gate."""
