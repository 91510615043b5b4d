"""A directory on a server, by python-ldap. Nothing else in the product imports this; `opening` loads it by name."""
