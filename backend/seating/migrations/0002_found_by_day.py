"""What is forgotten of a day is found by the day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("seating", "0001_choices_draws_and_groups")]

    operations = [
        migrations.AddIndex("deskchoice", models.Index(fields=["day"], name="choice_of_day")),
        migrations.AddIndex("sectiondraw", models.Index(fields=["day"], name="draw_of_day")),
    ]
