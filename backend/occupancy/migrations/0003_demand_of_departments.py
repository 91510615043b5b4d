"""Demand of departments with all below them, and departments that are not told of found at once."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("occupancy", "0002_withheld_desks"),
        ("people", "0005_directory_identity"),
    ]

    operations = [
        migrations.AddField(
            model_name="departmentday",
            name="as_booked",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="departmentday",
            name="booked_minutes",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="departmentday",
            name="cancelled",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="departmentday",
            name="check_ins",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="departmentday",
            name="confirmed_minutes",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="departmentday",
            name="due",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="departmentday",
            name="early_leave_minutes",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="departmentday",
            name="no_show",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="departmentday",
            name="not_used",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="departmentday",
            name="refused",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="departmentday",
            name="refused_by_rule",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="departmentday",
            name="spilled_over",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="departmentday",
            name="unused_minutes",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="departmentday",
            name="walk_ups",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddIndex(
            model_name="departmentday",
            index=models.Index(
                condition=models.Q(("published", False)), fields=["department", "day"], name="department_day_not_told"
            ),
        ),
    ]
