"""Buildings, floors, areas, desks, layouts and closures."""

import datetime

import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Area",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16)),
            ],
        ),
        migrations.CreateModel(
            name="AreaPlacement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=50)),
                ("x", models.FloatField()),
                ("y", models.FloatField()),
                ("width", models.FloatField()),
                ("height", models.FloatField()),
                (
                    "overflow",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        blank=True,
                        default=list,
                        help_text="ids of areas, first first",
                        size=None,
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="placements", to="spaces.area"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Building",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                ("name", models.CharField(max_length=100)),
                ("opens_at", models.TimeField(default=datetime.time(7, 0))),
                ("closes_at", models.TimeField(default=datetime.time(22, 0))),
                ("day_starts_at", models.TimeField(default=datetime.time(8, 30), help_text="全日 and 午前 begin")),
                ("am_ends_at", models.TimeField(default=datetime.time(12, 0))),
                ("pm_starts_at", models.TimeField(default=datetime.time(13, 0))),
                ("day_ends_at", models.TimeField(default=datetime.time(17, 15), help_text="全日 and 午後 end")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("am_ends_at__lte", models.F("pm_starts_at")),
                            ("day_ends_at__lte", models.F("closes_at")),
                            ("day_starts_at__lt", models.F("am_ends_at")),
                            ("opens_at__lte", models.F("day_starts_at")),
                            ("pm_starts_at__lt", models.F("day_ends_at")),
                        ),
                        name="building_hours_in_order",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="area",
            name="building",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="areas", to="spaces.building"
            ),
        ),
        migrations.CreateModel(
            name="Desk",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=24, unique=True)),
                (
                    "building",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="desks", to="spaces.building"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Floor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=8)),
                ("name", models.CharField(max_length=50)),
                ("level", models.SmallIntegerField()),
                (
                    "building",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="floors", to="spaces.building"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Closure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("during", django.contrib.postgres.fields.ranges.DateTimeRangeField()),
                ("reason", models.CharField(max_length=200)),
                ("lifted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="closures",
                        to="spaces.area",
                    ),
                ),
                (
                    "building",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="closures",
                        to="spaces.building",
                    ),
                ),
                (
                    "desk",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="closures",
                        to="spaces.desk",
                    ),
                ),
                (
                    "floor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="closures",
                        to="spaces.floor",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Layout",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("effective_from", models.DateField()),
                ("width", models.FloatField(help_text="metres")),
                ("height", models.FloatField(help_text="metres")),
                (
                    "plan",
                    models.TextField(
                        help_text="sanitised SVG of what neither moves nor is booked: walls, columns, rooms"
                    ),
                ),
                ("published_at", models.DateTimeField()),
                (
                    "floor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="layouts", to="spaces.floor"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DeskPlacement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("x", models.FloatField()),
                ("y", models.FloatField()),
                ("width", models.FloatField()),
                ("height", models.FloatField()),
                ("rotation", models.FloatField(default=0)),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("bookable", "予約席"),
                            ("drop_in", "自由席"),
                            ("assigned", "指定席"),
                            ("unavailable", "利用不可"),
                        ],
                        default="bookable",
                        max_length=12,
                    ),
                ),
                (
                    "features",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("monitor", "モニター"),
                                ("height_adjustable", "昇降机"),
                                ("quiet", "静かな席"),
                                ("accessible", "車いす対応"),
                                ("window", "窓ぎわ"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="desks", to="spaces.areaplacement"
                    ),
                ),
                (
                    "assigned_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "desk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="placements", to="spaces.desk"
                    ),
                ),
                (
                    "layout",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="desks", to="spaces.layout"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="areaplacement",
            name="layout",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="areas", to="spaces.layout"
            ),
        ),
        migrations.CreateModel(
            name="AreaHome",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("weekday", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "department",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.department"
                    ),
                ),
                (
                    "placement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="homes", to="spaces.areaplacement"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("placement", "department", "weekday"),
                        name="department_at_home_once",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("weekday__isnull", True), ("weekday__lte", 6), _connector="OR"),
                        name="weekday_of_a_week",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="area",
            constraint=models.UniqueConstraint(fields=("building", "code"), name="one_area_per_code"),
        ),
        migrations.AddConstraint(
            model_name="floor",
            constraint=models.UniqueConstraint(fields=("building", "code"), name="one_floor_per_code"),
        ),
        migrations.AddIndex(
            model_name="closure",
            index=django.contrib.postgres.indexes.GistIndex(
                condition=models.Q(("lifted_at__isnull", True)), fields=["during"], name="closure_during"
            ),
        ),
        migrations.AddConstraint(
            model_name="closure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("area", None), ("building__isnull", False), ("desk", None), ("floor", None)),
                    models.Q(("area", None), ("building", None), ("desk", None), ("floor__isnull", False)),
                    models.Q(("area__isnull", False), ("building", None), ("desk", None), ("floor", None)),
                    models.Q(("area", None), ("building", None), ("desk__isnull", False), ("floor", None)),
                    _connector="OR",
                ),
                name="closure_of_exactly_one_place",
            ),
        ),
        migrations.AddConstraint(
            model_name="closure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("during__isempty", False), ("during__lower_inf", False), ("during__upper_inf", False)
                ),
                name="closure_has_both_ends",
            ),
        ),
        migrations.AddConstraint(
            model_name="layout",
            constraint=models.UniqueConstraint(fields=("floor", "effective_from"), name="one_layout_per_floor_and_day"),
        ),
        migrations.AddConstraint(
            model_name="deskplacement",
            constraint=models.UniqueConstraint(fields=("layout", "desk"), name="desk_once_in_a_layout"),
        ),
        migrations.AddConstraint(
            model_name="deskplacement",
            constraint=models.CheckConstraint(
                condition=models.Q(("assigned_to__isnull", True), ("mode", "assigned"), _connector="OR"),
                name="only_an_assigned_desk_has_a_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="areaplacement",
            constraint=models.UniqueConstraint(fields=("layout", "area"), name="area_once_in_a_layout"),
        ),
    ]
