from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0002_ways_in"),
    ]

    operations = [
        migrations.CreateModel(
            name="SpentChallenge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64)),
                ("spent_at", models.DateTimeField(db_index=True)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("digest",), name="one_answer_per_challenge")],
            },
        ),
        migrations.AddField(
            model_name="session",
            name="proved_at",
            field=models.DateTimeField(blank=True, help_text="when a password or factor was shown again", null=True),
        ),
    ]
