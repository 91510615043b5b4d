"""What is forgotten of a day is found by the day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0005_closing_day_source")]

    operations = [
        migrations.AddIndex(
            "attendanceplan",
            models.Index(
                fields=["day"], name="plan_to_forget", condition=models.Q(("holder_kind", "telework"), _negated=True)
            ),
        ),
        migrations.AddIndex("ownplan", models.Index(fields=["day"], name="own_plan_of_day")),
        migrations.AddIndex("dayshift", models.Index(fields=["day"], name="shift_of_day")),
    ]
