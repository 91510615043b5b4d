"""What is allowed: values in, a refusal or None out. Knows no Django."""
