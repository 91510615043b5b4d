"""What becomes of a booking whose desk is taken away: values in, answers out. Knows no Django."""
