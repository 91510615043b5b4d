import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="SignInCount",
            fields=[
                ("key", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("failures", models.PositiveIntegerField()),
                ("since", models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="Department",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                ("name", models.CharField(max_length=100)),
                (
                    "kind",
                    models.CharField(
                        choices=[("bureau", "局"), ("division", "部"), ("section", "課"), ("unit", "係")], max_length=10
                    ),
                ),
                (
                    "lineage",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        default=list,
                        help_text="ids from the root down to this one",
                        size=None,
                    ),
                ),
                ("counter_duty", models.BooleanField(default=False)),
                ("minimum_on_site", models.PositiveSmallIntegerField(default=0)),
                ("active_from", models.DateField(blank=True, null=True)),
                ("active_to", models.DateField(blank=True, help_text="its last day", null=True)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="people.department",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=16, unique=True)),
                ("directory_id", models.CharField(blank=True, max_length=64, null=True, unique=True)),
                ("name", models.CharField(max_length=100)),
                ("family_name", models.CharField(max_length=50)),
                ("given_name", models.CharField(blank=True, max_length=50)),
                ("kana", models.CharField(blank=True, max_length=100)),
                (
                    "search_text",
                    models.CharField(
                        blank=True, help_text="folded name, kana, number: see people.name", max_length=400
                    ),
                ),
                ("mail", models.EmailField(blank=True, max_length=254)),
                ("title", models.CharField(blank=True, max_length=50)),
                (
                    "employment_class",
                    models.CharField(
                        choices=[
                            ("regular", "常勤"),
                            ("fiscal_year", "会計年度任用"),
                            ("reappointed", "再任用"),
                            ("conditional", "条件付採用"),
                        ],
                        default="regular",
                        max_length=16,
                    ),
                ),
                ("active_from", models.DateField(blank=True, null=True)),
                ("active_to", models.DateField(blank=True, help_text="the last day", null=True)),
                (
                    "visibility",
                    models.CharField(
                        choices=[("everyone", "everyone"), ("section", "section"), ("manager", "manager")],
                        default="everyone",
                        max_length=10,
                    ),
                ),
                (
                    "language",
                    models.CharField(choices=[("ja", "日本語"), ("en", "English")], default="ja", max_length=2),
                ),
                (
                    "department",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="people.department",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Account",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("username", models.CharField(max_length=150, unique=True)),
                (
                    "roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("staff", "staff"),
                                ("manager", "manager"),
                                ("facilities", "facilities"),
                                ("it", "it"),
                                ("hr", "hr"),
                                ("crisis", "crisis"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("is_active", models.BooleanField(default=True)),
                (
                    "person",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="account",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                ("key_digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("created_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField(db_index=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Delegation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("scope", models.CharField(choices=[("book", "席の予約"), ("approve", "承認")], max_length=8)),
                ("active_from", models.DateField()),
                ("active_to", models.DateField(help_text="the last day")),
                (
                    "delegate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="delegations_held", to="people.person"
                    ),
                ),
                (
                    "delegator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="delegations_given",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("delegator", models.F("delegate")), _negated=True),
                        name="nobody_is_their_own_delegate",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("active_to__gte", models.F("active_from"))),
                        name="delegation_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Post",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("main", "本務"), ("concurrent", "兼務")], max_length=10)),
                (
                    "manages",
                    models.BooleanField(default=False, help_text="所属長 of the department and of all below it"),
                ),
                ("active_from", models.DateField()),
                ("active_to", models.DateField(blank=True, help_text="the last day", null=True)),
                (
                    "department",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="posts", to="people.department"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="posts", to="people.person"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["department", "person"], name="post_of_department")],
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("kind", "main")),
                        expressions=[
                            (
                                models.Func(
                                    models.F("person_id"),
                                    models.F("person_id"),
                                    models.Value("[]"),
                                    function="int8range",
                                ),
                                "&&",
                            ),
                            (
                                models.Func(
                                    models.F("active_from"),
                                    models.F("active_to"),
                                    models.Value("[]"),
                                    function="daterange",
                                ),
                                "&&",
                            ),
                        ],
                        name="one_main_post_at_a_time",
                    )
                ],
            },
        ),
    ]
