"""How the fictional staff behave: chance with a fixed seed. Knows no Django."""
