import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("calendars", "0002_link_waiting"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="seenresource",
            name="repeats",
        ),
        migrations.AddField(
            model_name="proposal",
            name="own_plans",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(), default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="proposal",
            name="told_at",
            field=models.DateTimeField(
                help_text="when it was left to the person; null: it is still to be accepted unasked, or told of",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="seenresource",
            name="malformed",
            field=models.PositiveIntegerField(default=0, help_text="parts of it that could not be read"),
        ),
        migrations.AddField(
            model_name="seenresource",
            name="malformed_line",
            field=models.PositiveIntegerField(default=0, help_text="where the first of them begins, from 1"),
        ),
        migrations.CreateModel(
            name="SeenStretch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("href", models.CharField(max_length=1000)),
                (
                    "source",
                    models.CharField(
                        help_text="SHA-256 of the event's UID and recurrence, in hexadecimal", max_length=64
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("leave", "leave"),
                            ("trip", "trip"),
                            ("home", "home"),
                            ("release", "release"),
                            ("take_back", "take_back"),
                        ],
                        max_length=10,
                    ),
                ),
                ("during", django.contrib.postgres.fields.ranges.DateTimeRangeField()),
                (
                    "link",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stretches",
                        to="calendars.calendarlink",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["leave", "trip", "home"])), name="seen_stretch_is_a_place"
                    )
                ],
            },
        ),
    ]
