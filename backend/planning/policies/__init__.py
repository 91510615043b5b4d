"""How many desks, and who sits on which floor: decided without a database."""
