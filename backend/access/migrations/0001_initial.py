import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Sessions and the counts of failures move here from `people`, rows and all."""

    initial = True

    dependencies = [
        ("people", "0003_visits_called_off"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    "ALTER TABLE people_session RENAME TO access_session",
                    "ALTER TABLE access_session RENAME TO people_session",
                ),
                migrations.RunSQL(
                    "ALTER TABLE people_signincount RENAME TO access_signincount",
                    "ALTER TABLE access_signincount RENAME TO people_signincount",
                ),
            ],
            state_operations=[
                migrations.CreateModel(
                    name="SignInCount",
                    fields=[
                        ("key", models.CharField(max_length=200, primary_key=True, serialize=False)),
                        ("failures", models.PositiveIntegerField()),
                        ("since", models.DateTimeField(db_index=True)),
                    ],
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
            ],
        ),
    ]
