"""A floor in work: its content by codes and numbers, and what is wrong with it. Nothing in here knows the database."""
