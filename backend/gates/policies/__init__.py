"""What a gate's code says. Knows no Django."""
