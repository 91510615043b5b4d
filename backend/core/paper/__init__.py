"""What every printed sheet needs: fonts that are embedded, so that it looks the same on any machine."""
