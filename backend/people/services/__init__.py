"""Changes to people, departments, accounts and sessions."""
