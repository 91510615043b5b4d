"""Drawings from CAD between upload and draft."""

from django.db import models


class DxfDrawing(models.Model):
    """A drawing taken apart (spaces.dxf.parsed), kept for some hours until a draft was made of it."""

    file_name = models.CharField(max_length=200)
    parsed = models.JSONField(help_text="see spaces.dxf.parsed.ParsedDrawing")
    preview = models.TextField(help_text="sanitised SVG of all layers")
    width = models.FloatField(help_text="metres")
    height = models.FloatField(help_text="metres")
    uploaded_at = models.DateTimeField(db_index=True)
    uploaded_by = models.CharField(max_length=150, blank=True)

    def __str__(self) -> str:
        return self.file_name
