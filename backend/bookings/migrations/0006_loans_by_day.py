"""What is forgotten of a day is found by the day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("bookings", "0005_refused_attempts")]

    operations = [
        migrations.AddIndex("deskloan", models.Index(fields=["day"], name="desk_loan_of_day")),
    ]
