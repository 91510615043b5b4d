"""How days are cut and who is counted: values in, values out. Knows no Django."""
