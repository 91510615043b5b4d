from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("planning", "0002_scenario_revision"),
    ]

    operations = [
        migrations.AddField(
            model_name="placement",
            name="attempts",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="placement",
            name="drafts",
            field=models.JSONField(default=list),
        ),
    ]
