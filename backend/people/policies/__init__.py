"""What people may see and do: values in, an answer out. Knows no Django."""
