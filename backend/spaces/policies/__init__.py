"""What a place is and which codes mean it: values in, answers out. Knows no Django."""
