import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("bookings", "0004_series_and_no_show_rules"),
        ("people", "0001_initial"),
        ("spaces", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="RefusedAttempt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("day", models.DateField(help_text="the day that was wanted")),
                ("code", models.CharField(max_length=32)),
                ("whose", models.CharField(max_length=16)),
                (
                    "area",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="spaces.area",
                    ),
                ),
                (
                    "department",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.department",
                    ),
                ),
            ],
            options={"indexes": [models.Index(fields=["day", "area"], name="refused_attempt_of_day")]},
        ),
    ]
