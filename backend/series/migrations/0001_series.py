import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("bookings", "0004_series_and_no_show_rules"),
        ("people", "0001_initial"),
        ("spaces", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="BookingSeries",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "weekdays",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(), help_text="Monday is 0", size=None
                    ),
                ),
                ("every_weeks", models.PositiveSmallIntegerField()),
                ("first_day", models.DateField()),
                ("last_day", models.DateField()),
                (
                    "part",
                    models.CharField(blank=True, choices=[("full", "full"), ("am", "am"), ("pm", "pm")], max_length=4),
                ),
                ("start_time", models.TimeField(null=True)),
                ("end_time", models.TimeField(null=True)),
                (
                    "when_closed",
                    models.CharField(
                        choices=[("skip", "skip"), ("next_working_day", "next_working_day")], max_length=16
                    ),
                ),
                ("created_at", models.DateTimeField()),
                (
                    "desk",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="spaces.desk"),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SeriesDate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "pattern_day",
                    models.DateField(help_text="the day of the pattern; the booking's own differs where it was moved"),
                ),
                ("planned_during", django.contrib.postgres.fields.ranges.DateTimeRangeField()),
                (
                    "booking",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="bookings.booking"
                    ),
                ),
                (
                    "planned_desk",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="spaces.desk"
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="dates", to="series.bookingseries"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="bookingseries",
            index=models.Index(fields=["person", "id"], name="series_of_person"),
        ),
        migrations.AddConstraint(
            model_name="bookingseries",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_day__gte", models.F("first_day"))), name="series_ends_after_it_begins"
            ),
        ),
        migrations.AddConstraint(
            model_name="bookingseries",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("end_time__isnull", False), ("part", ""), ("start_time__isnull", False)),
                    models.Q(
                        models.Q(("part", ""), _negated=True), ("end_time__isnull", True), ("start_time__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="series_has_part_or_times",
            ),
        ),
        migrations.AddConstraint(
            model_name="seriesdate",
            constraint=models.UniqueConstraint(
                fields=("series", "pattern_day"), name="one_date_per_day_of_the_pattern"
            ),
        ),
    ]
