"""Drawings from CAD as DXF: opened with care, taken apart, and turned into desks and a background. No database."""
