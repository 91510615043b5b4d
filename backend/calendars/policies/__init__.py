"""What belongs in a calendar and how it is worded, and what a calendar says of a day: decided without a database."""
