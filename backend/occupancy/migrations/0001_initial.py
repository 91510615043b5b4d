import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0005_directory_identity"),
        ("spaces", "0003_dxf_drawings"),
    ]

    operations = [
        migrations.CreateModel(
            name="OccupancyDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(unique=True)),
                ("working_day", models.BooleanField()),
                (
                    "closed_as",
                    models.CharField(blank=True, help_text="the 祝日 or closing day, in Japanese", max_length=100),
                ),
                ("core_first", models.PositiveSmallIntegerField(help_text="first slot of the core window")),
                ("core_end", models.PositiveSmallIntegerField(help_text="the slot after its last")),
                ("on_roll", models.PositiveIntegerField()),
                ("coverage", models.JSONField(default=dict)),
                ("cleaning", models.JSONField(default=dict)),
                ("digest", models.CharField(max_length=64)),
                ("version", models.BigIntegerField(help_text="goes up whenever facts of any day change")),
                ("built_at", models.DateTimeField()),
                ("provisional", models.BooleanField(default=False, help_text="built before the day was over")),
                (
                    "stale",
                    models.BooleanField(default=False, help_text="something came in since: the worker builds it again"),
                ),
                (
                    "sealed",
                    models.BooleanField(
                        default=False, help_text="personal detail is gone: these facts are what is left"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["version"], name="occupancy_day_version"),
                    models.Index(condition=models.Q(("stale", True)), fields=["day"], name="occupancy_day_stale"),
                ],
            },
        ),
        migrations.CreateModel(
            name="DemandDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("working_day", models.BooleanField()),
                ("due", models.PositiveIntegerField(default=0)),
                ("as_booked", models.PositiveIntegerField(default=0)),
                ("no_show", models.PositiveIntegerField(default=0)),
                ("not_used", models.PositiveIntegerField(default=0)),
                ("cancelled", models.PositiveIntegerField(default=0)),
                ("walk_ups", models.PositiveIntegerField(default=0)),
                ("check_ins", models.PositiveIntegerField(default=0)),
                ("spilled_over", models.PositiveIntegerField(default=0)),
                ("booked_minutes", models.PositiveIntegerField(default=0)),
                ("confirmed_minutes", models.PositiveIntegerField(default=0)),
                ("unused_minutes", models.PositiveIntegerField(default=0)),
                ("early_leave_minutes", models.PositiveIntegerField(default=0)),
                ("refused", models.PositiveIntegerField(default=0)),
                ("refused_by_rule", models.PositiveIntegerField(default=0)),
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
                (
                    "floor",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="spaces.floor",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("day", "area", "department"), name="demand_day_once", nulls_distinct=False
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DepartmentDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("name", models.CharField(max_length=100)),
                ("kind", models.CharField(max_length=10)),
                (
                    "lineage",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), help_text="ids from the root down to this one", size=None
                    ),
                ),
                ("published", models.BooleanField()),
                ("on_roll", models.PositiveIntegerField()),
                ("fixed", models.PositiveIntegerField(help_text="people with a desk of their own")),
                ("team_day", models.BooleanField(default=False)),
                (
                    "telework_halves",
                    models.PositiveIntegerField(help_text="half-days of telework that were held that day"),
                ),
                ("gate_people", models.PositiveIntegerField()),
                (
                    "gate_present",
                    django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), size=48),
                ),
                (
                    "gate_present_fixed",
                    django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), size=48),
                ),
                ("booked_people", models.PositiveIntegerField()),
                (
                    "booked_present",
                    django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), size=48),
                ),
                (
                    "booked_present_fixed",
                    django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), size=48),
                ),
                ("checked_in_people", models.PositiveIntegerField()),
                (
                    "checked_in_present",
                    django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), size=48),
                ),
                (
                    "checked_in_present_fixed",
                    django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), size=48),
                ),
                (
                    "department",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.department",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["day"], name="department_day_of_day")],
                "constraints": [models.UniqueConstraint(fields=("department", "day"), name="department_day_once")],
            },
        ),
        migrations.CreateModel(
            name="DeskDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("working_day", models.BooleanField()),
                ("mode", models.CharField(max_length=12)),
                ("in_service", models.BigIntegerField()),
                ("booked", models.BigIntegerField()),
                ("checked_in", models.BigIntegerField()),
                ("sensed", models.BigIntegerField()),
                ("occupied", models.BigIntegerField()),
                ("service_slots", models.PositiveSmallIntegerField()),
                ("booked_slots", models.PositiveSmallIntegerField()),
                ("checked_in_slots", models.PositiveSmallIntegerField()),
                ("sensed_slots", models.PositiveSmallIntegerField()),
                ("occupied_slots", models.PositiveSmallIntegerField()),
                (
                    "area",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="spaces.area"
                    ),
                ),
                (
                    "desk",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="spaces.desk"
                    ),
                ),
                (
                    "floor",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="spaces.floor"
                    ),
                ),
                (
                    "layout",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="spaces.layout",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["day"], name="desk_day_of_day")],
                "constraints": [models.UniqueConstraint(fields=("floor", "day", "desk"), name="desk_day_once")],
            },
        ),
        migrations.CreateModel(
            name="FloorCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("at", models.DateTimeField()),
                ("in_use", models.PositiveSmallIntegerField(help_text="desks with somebody or somebody's things")),
                ("in_service", models.PositiveSmallIntegerField(help_text="desks that could have been in use then")),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "area",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="spaces.area"
                    ),
                ),
                (
                    "counted_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "floor",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="spaces.floor"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["day", "floor"], name="floor_count_of_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("in_use__lte", models.F("in_service"))), name="count_within_desks"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FloorPresence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                (
                    "present",
                    django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), size=48),
                ),
                ("people", models.PositiveIntegerField()),
                ("estimated", models.PositiveIntegerField()),
                (
                    "building",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="spaces.building",
                    ),
                ),
                (
                    "floor",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="spaces.floor",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["day"], name="floor_presence_of_day")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("building", "floor", "day"), name="floor_presence_once", nulls_distinct=False
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlaceDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("held", models.CharField(choices=[("shared", "共用の席"), ("assigned", "指定席")], max_length=8)),
                ("desks", models.PositiveSmallIntegerField(help_text="desks of the layout in force, closed ones too")),
                (
                    "in_service",
                    django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), size=48),
                ),
                (
                    "booked",
                    django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), size=48),
                ),
                (
                    "checked_in",
                    django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), size=48),
                ),
                (
                    "sensed",
                    django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), size=48),
                ),
                (
                    "occupied",
                    django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), size=48),
                ),
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
                    "building",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="spaces.building",
                    ),
                ),
                (
                    "floor",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="spaces.floor",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["day"], name="place_day_of_day")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("building", "floor", "area", "day", "held"), name="place_day_once", nulls_distinct=False
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportSubscription",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("asked_at", models.DateTimeField()),
                ("sent_for", models.DateField(help_text="the first day of the last month that was sent", null=True)),
                (
                    "floor",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="spaces.floor",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("person", "floor"), name="report_asked_once", nulls_distinct=False)
                ],
            },
        ),
        migrations.CreateModel(
            name="SensorSlot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("slot", models.PositiveSmallIntegerField()),
                ("occupied", models.PositiveSmallIntegerField()),
                ("read_at", models.DateTimeField()),
                ("source", models.CharField(help_text="the name of the token that told of it", max_length=100)),
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
                    "desk",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="spaces.desk",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("day", "slot", "desk", "area"), name="sensor_slot_once", nulls_distinct=False
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("area__isnull", False), ("desk__isnull", True)),
                            models.Q(("area__isnull", True), ("desk__isnull", False)),
                            _connector="OR",
                        ),
                        name="sensor_of_desk_or_area",
                    ),
                ],
            },
        ),
    ]
