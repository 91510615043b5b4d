from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0003_weeks_and_own_plans"),
    ]

    operations = [
        migrations.CreateModel(
            name="CityEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100)),
                ("name_en", models.CharField(blank=True, max_length=100)),
                ("first_day", models.DateField()),
                ("last_day", models.DateField()),
                (
                    "source",
                    models.CharField(
                        blank=True, help_text="digest of the event it was read from; empty: by hand", max_length=64
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["last_day", "first_day"], name="city_event_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last_day__gte", models.F("first_day"))),
                        name="city_event_ends_after_it_begins",
                    )
                ],
            },
        ),
    ]
