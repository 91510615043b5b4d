"""What the occupancy app says over HTTP."""
