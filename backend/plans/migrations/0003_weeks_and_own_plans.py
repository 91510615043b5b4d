import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0003_visits_called_off"),
        ("plans", "0002_team_day"),
    ]

    operations = [
        migrations.CreateModel(
            name="DayShift",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("shift", models.CharField(max_length=8)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="day_shifts", to="people.person"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("person", "day"), name="one_shift_a_day")],
            },
        ),
        migrations.CreateModel(
            name="OwnPlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("during", django.contrib.postgres.fields.ranges.DateTimeRangeField()),
                (
                    "place",
                    models.CharField(
                        choices=[
                            ("office", "出勤"),
                            ("home", "在宅"),
                            ("satellite", "サテライト"),
                            ("trip", "出張"),
                            ("leave", "休暇"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True, help_text="where to, or what for; for oneself and the manager", max_length=100
                    ),
                ),
                ("said_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="own_plans", to="people.person"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["person", "day"], name="own_plan_of_person")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("place__in", ["office", "trip", "leave"])), name="own_plan_is_no_telework"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WeeklyPattern",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("active_from", models.DateField()),
                (
                    "am",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(blank=True, max_length=10), size=7
                    ),
                ),
                (
                    "pm",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(blank=True, max_length=10), size=7
                    ),
                ),
                (
                    "shifts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(blank=True, max_length=8), size=7
                    ),
                ),
                ("set_at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="weekly_patterns", to="people.person"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("person", "active_from"), name="one_weekly_pattern_from_a_day")
                ],
            },
        ),
    ]
