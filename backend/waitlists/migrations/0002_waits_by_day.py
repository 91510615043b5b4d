"""What is forgotten of a day is found by the day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("waitlists", "0001_initial")]

    operations = [
        migrations.AddIndex("wait", models.Index(fields=["day"], name="wait_of_day")),
    ]
