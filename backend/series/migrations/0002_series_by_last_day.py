"""What is forgotten of a day is found by the day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("series", "0001_series")]

    operations = [
        migrations.AddIndex("bookingseries", models.Index(fields=["last_day"], name="series_until_day")),
    ]
