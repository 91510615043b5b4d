import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("gates", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="StagedPassage",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "file_id", "line", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("file_id", models.BigIntegerField()),
                ("line", models.IntegerField()),
                ("person_id", models.BigIntegerField()),
                ("gate", models.CharField(max_length=16)),
                ("floor_id", models.BigIntegerField(null=True)),
                ("direction", models.CharField(max_length=3)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.RunSQL("ALTER TABLE gates_stagedpassage SET UNLOGGED", "ALTER TABLE gates_stagedpassage SET LOGGED"),
        migrations.CreateModel(
            name="GateLogFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("size", models.BigIntegerField(help_text="bytes as it came, compressed or not")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("reading", "reading"),
                            ("publishing", "publishing"),
                            ("done", "done"),
                            ("failed", "failed"),
                            ("cancelled", "cancelled"),
                        ],
                        max_length=10,
                    ),
                ),
                ("asked_by", models.CharField(blank=True, max_length=150)),
                ("asked_by_id", models.BigIntegerField(help_text="the account", null=True)),
                ("asked_at", models.DateTimeField()),
                ("begun_at", models.DateTimeField(null=True)),
                ("finished_at", models.DateTimeField(null=True)),
                ("touched_at", models.DateTimeField(help_text="when anything of this last changed")),
                ("cancel_wanted", models.BooleanField(default=False)),
                ("skipped_lines", models.PositiveBigIntegerField(default=0)),
                ("line", models.PositiveBigIntegerField(default=0)),
                ("read_bytes", models.BigIntegerField(default=0)),
                ("staged", models.PositiveBigIntegerField(default=0)),
                ("published", models.PositiveBigIntegerField(default=0)),
                ("read", models.PositiveBigIntegerField(default=0)),
                ("new", models.PositiveBigIntegerField(default=0)),
                ("doubles", models.PositiveBigIntegerField(default=0)),
                ("unknown", models.PositiveBigIntegerField(default=0)),
                ("future", models.PositiveBigIntegerField(default=0)),
                ("faulty", models.PositiveBigIntegerField(default=0)),
                ("first_day", models.DateField(null=True)),
                ("last_day", models.DateField(null=True)),
                ("faults", models.JSONField(default=list)),
                ("problem", models.JSONField(null=True)),
                (
                    "continues",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="gates.gatelogfile",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="GateLogPart",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("content", models.BinaryField()),
                (
                    "file",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="gates.gatelogfile",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="UnknownCard",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("card", models.CharField(max_length=32)),
                ("passages", models.PositiveIntegerField()),
                (
                    "file",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="unknown_cards",
                        to="gates.gatelogfile",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="gatelogfile",
            index=models.Index(fields=["-asked_at", "-id"], name="gate_log_file_newest"),
        ),
        migrations.AddConstraint(
            model_name="gatelogfile",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["waiting", "reading", "publishing", "done", "failed", "cancelled"])),
                name="gate_log_file_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="gatelogpart",
            constraint=models.UniqueConstraint(fields=("file", "number"), name="gate_log_part_once"),
        ),
        migrations.AddIndex(
            model_name="unknowncard",
            index=models.Index(fields=["day", "card"], name="unknown_card_of_day"),
        ),
        migrations.AddConstraint(
            model_name="unknowncard",
            constraint=models.UniqueConstraint(fields=("file", "day", "card"), name="unknown_card_once"),
        ),
    ]
