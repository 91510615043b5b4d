"""What is forgotten of a day is found by the day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("relocation", "0001_initial")]

    operations = [
        migrations.AddIndex("displacement", models.Index(fields=["day"], name="displacement_of_day")),
    ]
