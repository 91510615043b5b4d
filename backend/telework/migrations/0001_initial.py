import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0003_visits_called_off"),
    ]

    operations = [
        migrations.CreateModel(
            name="TeleworkOrder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("first_day", models.DateField()),
                ("last_day", models.DateField()),
                (
                    "reason_kind",
                    models.CharField(
                        choices=[("disaster", "disaster"), ("epidemic", "epidemic"), ("other", "other")], max_length=10
                    ),
                ),
                ("reason", models.CharField(max_length=400)),
                ("ordered_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "department",
                    models.ForeignKey(
                        blank=True,
                        help_text="empty: everybody",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.department",
                    ),
                ),
                ("except_people", models.ManyToManyField(blank=True, related_name="+", to="people.person")),
                (
                    "ordered_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TeleworkRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("during", django.contrib.postgres.fields.ranges.DateTimeRangeField()),
                (
                    "unit",
                    models.CharField(
                        choices=[("full", "full"), ("am", "am"), ("pm", "pm"), ("hours", "hours")], max_length=6
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[("home", "home"), ("satellite", "satellite"), ("mobile", "mobile")],
                        default="home",
                        max_length=10,
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True, help_text="empty: the usual place of the registration", max_length=200
                    ),
                ),
                ("shift", models.CharField(blank=True, max_length=8)),
                ("tasks", models.CharField(blank=True, max_length=400)),
                ("contact", models.CharField(blank=True, max_length=100)),
                (
                    "terminal",
                    models.CharField(
                        choices=[
                            ("own_office", "own_office"),
                            ("pool", "pool"),
                            ("virtual", "virtual"),
                            ("none", "none"),
                        ],
                        default="own_office",
                        max_length=12,
                    ),
                ),
                ("documents", models.CharField(blank=True, help_text="taken out; empty is none", max_length=200)),
                (
                    "treatment",
                    models.CharField(choices=[("duty", "duty"), ("trip", "trip")], default="duty", max_length=6),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("request", "request"), ("order", "order"), ("post_hoc", "post_hoc")],
                        default="request",
                        max_length=10,
                    ),
                ),
                ("post_hoc_reason", models.CharField(blank=True, max_length=200)),
                ("series", models.UUIDField(blank=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("submitted", "submitted"),
                            ("approved", "approved"),
                            ("started", "started"),
                            ("paused", "paused"),
                            ("ended", "ended"),
                            ("reported", "reported"),
                            ("confirmed", "confirmed"),
                            ("returned", "returned"),
                            ("rejected", "rejected"),
                            ("withdrawn", "withdrawn"),
                            ("cancelled", "cancelled"),
                            ("revoked", "revoked"),
                            ("not_performed", "not_performed"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "comment",
                    models.CharField(
                        blank=True, help_text="of whoever returned, rejected or revoked it", max_length=400
                    ),
                ),
                ("created_at", models.DateTimeField()),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decided_as",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("manager", "manager"),
                            ("delegate", "delegate"),
                            ("cover", "cover"),
                            ("order", "order"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "ended_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="when it was withdrawn, cancelled, revoked, rejected or found not performed",
                        null=True,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "created_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "decided_for",
                    models.ForeignKey(
                        help_text="the 所属長 in whose place",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "department",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.department"
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requests",
                        to="telework.teleworkorder",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="telework_requests",
                        to="people.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TeleworkRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(help_text="as a refusal calls it", max_length=100)),
                ("name_en", models.CharField(blank=True, max_length=100)),
                ("owner", models.CharField(help_text="whose rule it is", max_length=100)),
                ("owner_en", models.CharField(blank=True, max_length=100)),
                ("registration_needed", models.BooleanField(blank=True, null=True)),
                (
                    "excluded_classes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=16),
                        blank=True,
                        help_text="employment classes that cannot telework",
                        null=True,
                        size=None,
                    ),
                ),
                (
                    "counter_duty",
                    models.CharField(
                        blank=True,
                        choices=[("allow", "認める"), ("warn", "注意する"), ("refuse", "認めない")],
                        max_length=8,
                    ),
                ),
                (
                    "forms",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=10),
                        blank=True,
                        help_text="allowed forms",
                        null=True,
                        size=None,
                    ),
                ),
                (
                    "apply_by_days",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="working days before the day; 0 is the same day", null=True
                    ),
                ),
                ("apply_by_time", models.TimeField(blank=True, help_text="on the last day to apply", null=True)),
                (
                    "post_hoc_days",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="working days after the day; 0 is never", null=True
                    ),
                ),
                (
                    "most_days_a_week",
                    models.PositiveSmallIntegerField(blank=True, help_text="0 is no limit", null=True),
                ),
                (
                    "most_days_a_month",
                    models.PositiveSmallIntegerField(blank=True, help_text="0 is no limit", null=True),
                ),
                (
                    "most_days_in_a_row",
                    models.PositiveSmallIntegerField(blank=True, help_text="0 is no limit", null=True),
                ),
                (
                    "office_days_a_week",
                    models.PositiveSmallIntegerField(blank=True, help_text="at least so many", null=True),
                ),
                (
                    "pool_terminals",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="how many the department shares; empty: not limited", null=True
                    ),
                ),
                ("earliest_time", models.TimeField(blank=True, null=True)),
                ("latest_time", models.TimeField(blank=True, null=True)),
                (
                    "day_minutes",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="office and telework of one day together", null=True
                    ),
                ),
                (
                    "documents_out",
                    models.BooleanField(blank=True, help_text="whether documents may be taken out", null=True),
                ),
                (
                    "overtime",
                    models.BooleanField(
                        blank=True, help_text="whether overtime may be reported without an order", null=True
                    ),
                ),
                (
                    "minimum_on_site",
                    models.CharField(
                        blank=True,
                        choices=[("warn", "注意する"), ("refuse", "認めない")],
                        help_text="what too few does",
                        max_length=8,
                    ),
                ),
                (
                    "team_days",
                    models.CharField(
                        blank=True,
                        choices=[("allow", "認める"), ("warn", "注意する"), ("refuse", "認めない")],
                        max_length=8,
                    ),
                ),
                (
                    "cover_after_days",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="working days after which the next up may decide; 0 is never", null=True
                    ),
                ),
                (
                    "report_by_days",
                    models.PositiveSmallIntegerField(blank=True, help_text="working days after the day", null=True),
                ),
                (
                    "rest_hours",
                    models.PositiveSmallIntegerField(blank=True, help_text="between two working days", null=True),
                ),
                (
                    "difference_minutes",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="from the device log, beyond which a report explains itself", null=True
                    ),
                ),
                (
                    "allowance_days",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="more than so many days a month on average, ordered in advance", null=True
                    ),
                ),
                (
                    "allowance_months",
                    models.PositiveSmallIntegerField(blank=True, help_text="the months averaged", null=True),
                ),
                (
                    "department",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.department",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="WorkReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("started_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField()),
                ("break_minutes", models.PositiveSmallIntegerField(default=0)),
                ("tasks_done", models.CharField(max_length=800)),
                ("overtime_minutes", models.PositiveSmallIntegerField(default=0)),
                ("overtime_ordered", models.BooleanField(default=False)),
                ("device_minutes", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "explanation",
                    models.CharField(blank=True, help_text="of the difference from the device's log", max_length=400),
                ),
                ("reported_at", models.DateTimeField()),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                ("comment", models.CharField(blank=True, help_text="of the manager", max_length=400)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "confirmed_for",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "request",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="report",
                        to="telework.teleworkrequest",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="WorkStretch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("started_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stretches",
                        to="telework.teleworkrequest",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DeviceLog",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("logged_on_at", models.DateTimeField()),
                ("logged_off_at", models.DateTimeField()),
                ("device", models.CharField(blank=True, max_length=64)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="device_logs", to="people.person"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["person", "day"], name="device_log_of_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "logged_on_at", "device"), name="one_device_log_per_stretch"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("logged_off_at__gt", models.F("logged_on_at"))),
                        name="device_log_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Registration",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("fiscal_year", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("submitted", "submitted"),
                            ("approved", "approved"),
                            ("returned", "returned"),
                            ("rejected", "rejected"),
                            ("revoked", "revoked"),
                            ("expired", "expired"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "reason_class",
                    models.CharField(
                        choices=[
                            ("none", "none"),
                            ("childcare", "childcare"),
                            ("care", "care"),
                            ("pregnancy", "pregnancy"),
                            ("illness", "illness"),
                            ("other", "other"),
                        ],
                        default="none",
                        max_length=12,
                    ),
                ),
                (
                    "place_kind",
                    models.CharField(
                        choices=[
                            ("own_home", "own_home"),
                            ("relatives_home", "relatives_home"),
                            ("satellite_office", "satellite_office"),
                            ("other", "other"),
                        ],
                        default="own_home",
                        max_length=16,
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=200)),
                ("contact", models.CharField(blank=True, max_length=100)),
                (
                    "terminal",
                    models.CharField(
                        choices=[
                            ("own_office", "own_office"),
                            ("pool", "pool"),
                            ("virtual", "virtual"),
                            ("none", "none"),
                        ],
                        default="own_office",
                        max_length=12,
                    ),
                ),
                ("trained_on", models.DateField(blank=True, help_text="the information security training", null=True)),
                ("pledged_at", models.DateTimeField(blank=True, help_text="when the pledge was made", null=True)),
                ("valid_from", models.DateField(blank=True, help_text="the day of approval", null=True)),
                ("valid_to", models.DateField(help_text="31 March of the fiscal year")),
                (
                    "comment",
                    models.CharField(
                        blank=True, help_text="of whoever returned, rejected or revoked it", max_length=400
                    ),
                ),
                ("created_at", models.DateTimeField()),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decided_as",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("manager", "manager"),
                            ("delegate", "delegate"),
                            ("cover", "cover"),
                            ("order", "order"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "reminded_at",
                    models.DateTimeField(blank=True, help_text="when its end was last pointed out", null=True),
                ),
                ("version", models.PositiveIntegerField(default=1, help_text="one more with every change")),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "decided_for",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="registrations", to="people.person"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "approved")), fields=["valid_to"], name="registration_to_expire"
                    ),
                    models.Index(
                        condition=models.Q(("state", "submitted")), fields=["submitted_at"], name="registration_waiting"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("draft", "submitted", "returned", "approved"))),
                        fields=("person", "fiscal_year"),
                        name="one_registration_a_fiscal_year",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                ["draft", "submitted", "approved", "returned", "rejected", "revoked", "expired"],
                            )
                        ),
                        name="registration_state_is_known",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="teleworkorder",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_day__gte", models.F("first_day"))), name="order_ends_after_it_begins"
            ),
        ),
        migrations.AddIndex(
            model_name="teleworkrequest",
            index=models.Index(fields=["person", "day"], name="telework_of_person"),
        ),
        migrations.AddIndex(
            model_name="teleworkrequest",
            index=models.Index(fields=["department", "day"], name="telework_of_department"),
        ),
        migrations.AddIndex(
            model_name="teleworkrequest",
            index=models.Index(
                condition=models.Q(("state", "submitted")),
                fields=["department", "submitted_at"],
                name="telework_waiting",
            ),
        ),
        migrations.AddIndex(
            model_name="teleworkrequest",
            index=models.Index(
                condition=models.Q(("state", "reported")), fields=["department", "day"], name="telework_to_confirm"
            ),
        ),
        migrations.AddIndex(
            model_name="teleworkrequest",
            index=models.Index(condition=models.Q(("state", "approved")), fields=["day"], name="telework_to_perform"),
        ),
        migrations.AddConstraint(
            model_name="teleworkrequest",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(
                    ("state__in", ("submitted", "approved", "started", "paused", "ended", "reported", "confirmed"))
                ),
                expressions=[
                    (
                        models.Func(
                            models.F("person_id"), models.F("person_id"), models.Value("[]"), function="int8range"
                        ),
                        "&&",
                    ),
                    ("during", "&&"),
                ],
                name="one_telework_request_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="teleworkrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("during__isempty", False), ("during__lower_inf", False), ("during__upper_inf", False)
                ),
                name="telework_has_both_ends",
            ),
        ),
        migrations.AddConstraint(
            model_name="teleworkrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "draft",
                            "submitted",
                            "approved",
                            "started",
                            "paused",
                            "ended",
                            "reported",
                            "confirmed",
                            "returned",
                            "rejected",
                            "withdrawn",
                            "cancelled",
                            "revoked",
                            "not_performed",
                        ],
                    )
                ),
                name="telework_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="teleworkrule",
            constraint=models.UniqueConstraint(
                fields=("department",), name="one_telework_rule_per_department", nulls_distinct=False
            ),
        ),
        migrations.AddConstraint(
            model_name="workreport",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended_at__gt", models.F("started_at"))), name="report_ends_after_it_begins"
            ),
        ),
        migrations.AddConstraint(
            model_name="workstretch",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)), fields=("request",), name="one_open_work_stretch"
            ),
        ),
        migrations.AddConstraint(
            model_name="workstretch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_at__isnull", True), ("ended_at__gte", models.F("started_at")), _connector="OR"
                ),
                name="work_ends_after_it_begins",
            ),
        ),
    ]
