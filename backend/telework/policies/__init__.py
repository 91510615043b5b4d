"""What telework decides: states, rules, limits. Knows no Django."""
