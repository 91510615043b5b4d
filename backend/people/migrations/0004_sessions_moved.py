from django.db import migrations


class Migration(migrations.Migration):
    """Sessions and the counts of failures belong to `access` now, which has their tables."""

    dependencies = [
        ("people", "0003_visits_called_off"),
        ("access", "0001_initial"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.DeleteModel(name="Session"),
                migrations.DeleteModel(name="SignInCount"),
            ],
        ),
    ]
