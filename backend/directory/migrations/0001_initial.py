import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0005_directory_identity"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PlannedTransfer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=100)),
                ("effective_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("loaded", "loaded"),
                            ("applied", "applied"),
                            ("withdrawn", "withdrawn"),
                            ("failed", "failed"),
                        ],
                        default="loaded",
                        max_length=9,
                    ),
                ),
                ("file_name", models.CharField(max_length=200)),
                ("loaded_at", models.DateTimeField()),
                ("loaded_by_name", models.CharField(blank=True, max_length=150)),
                (
                    "counts",
                    models.JSONField(default=dict, help_text="changes by subject and deed: {'person.moved': 510}"),
                ),
                ("settled_at", models.DateTimeField(help_text="when it was applied, withdrawn or failed", null=True)),
                ("problem", models.JSONField(default=dict)),
                (
                    "loaded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DirectoryRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "purpose",
                    models.CharField(
                        choices=[("sync", "sync"), ("preview", "preview"), ("transfer", "transfer")], max_length=8
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("running", "running"),
                            ("planned", "planned"),
                            ("held", "held"),
                            ("applied", "applied"),
                            ("unchanged", "unchanged"),
                            ("failed", "failed"),
                            ("discarded", "discarded"),
                        ],
                        max_length=9,
                    ),
                ),
                ("source", models.CharField(help_text="which directory, as its settings name it", max_length=200)),
                ("started_at", models.DateTimeField(db_index=True)),
                ("finished_at", models.DateTimeField(null=True)),
                ("started_by_name", models.CharField(blank=True, help_text="empty: the clock", max_length=150)),
                ("decided_by_name", models.CharField(blank=True, max_length=150)),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "read",
                    models.JSONField(
                        default=dict, help_text="how many departments, people and posts the directory listed"
                    ),
                ),
                (
                    "counts",
                    models.JSONField(default=dict, help_text="changes by subject and deed: {'person.added': 3}"),
                ),
                ("held_because", models.JSONField(default=list)),
                ("problem", models.JSONField(default=dict)),
                ("fingerprint", models.CharField(blank=True, max_length=64)),
                (
                    "started_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "transfer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="runs",
                        to="directory.plannedtransfer",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RunChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField()),
                (
                    "subject",
                    models.CharField(
                        choices=[
                            ("department", "department"),
                            ("person", "person"),
                            ("post", "post"),
                            ("account", "account"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "did",
                    models.CharField(
                        choices=[
                            ("added", "added"),
                            ("changed", "changed"),
                            ("moved", "moved"),
                            ("ended", "ended"),
                            ("returned", "returned"),
                        ],
                        max_length=8,
                    ),
                ),
                ("key", models.CharField(max_length=80)),
                (
                    "label",
                    models.CharField(blank=True, help_text="the name of the person or department", max_length=120),
                ),
                (
                    "department_code",
                    models.CharField(blank=True, help_text="where, after the change or before an end", max_length=64),
                ),
                ("fields", models.JSONField(default=dict)),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="changes", to="directory.directoryrun"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RunFinding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField()),
                ("entry", models.CharField(help_text="its DN, or the line of a file", max_length=500)),
                ("code", models.CharField(max_length=40)),
                ("facts", models.JSONField(default=dict)),
                (
                    "person",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="people.person"
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="findings",
                        to="directory.directoryrun",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TransferEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField()),
                (
                    "subject",
                    models.CharField(
                        choices=[
                            ("department", "department"),
                            ("person", "person"),
                            ("post", "post"),
                            ("account", "account"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "did",
                    models.CharField(
                        choices=[
                            ("added", "added"),
                            ("changed", "changed"),
                            ("moved", "moved"),
                            ("ended", "ended"),
                            ("returned", "returned"),
                        ],
                        max_length=8,
                    ),
                ),
                ("key", models.CharField(help_text="a person's number or a department's code", max_length=80)),
                ("label", models.CharField(blank=True, max_length=120)),
                ("before", models.JSONField(null=True)),
                ("after", models.JSONField(null=True)),
                (
                    "transfer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entries",
                        to="directory.plannedtransfer",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="plannedtransfer",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "loaded")), fields=("effective_on",), name="one_loaded_transfer_a_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="directoryrun",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "running")), fields=("state",), name="one_directory_run_at_a_time"
            ),
        ),
        migrations.AddConstraint(
            model_name="runchange",
            constraint=models.UniqueConstraint(fields=("run", "position"), name="one_change_a_position"),
        ),
        migrations.AddConstraint(
            model_name="runfinding",
            constraint=models.UniqueConstraint(fields=("run", "position"), name="one_finding_a_position"),
        ),
        migrations.AddConstraint(
            model_name="transferentry",
            constraint=models.UniqueConstraint(fields=("transfer", "position"), name="one_entry_a_position"),
        ),
    ]
