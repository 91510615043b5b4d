from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("gates", "0002_gate_log_files"),
    ]

    operations = [
        migrations.AddField(
            model_name="gatelogfile",
            name="earlier",
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name="unknowncard",
            name="staged",
            field=models.BooleanField(default=False, db_default=False),
        ),
        migrations.RemoveConstraint(
            model_name="unknowncard",
            name="unknown_card_once",
        ),
        migrations.AddConstraint(
            model_name="unknowncard",
            constraint=models.UniqueConstraint(fields=("file", "day", "card", "staged"), name="unknown_card_once"),
        ),
    ]
