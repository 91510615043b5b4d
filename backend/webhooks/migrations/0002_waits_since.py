import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("webhooks", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="delivery",
            name="waits_since",
            field=models.DateTimeField(
                default=django.utils.timezone.now,
                help_text="from when the days until giving up count: made, or sent again",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="webhook",
            name="told_at",
            field=models.DateTimeField(help_text="when IT heard last that it fails", null=True),
        ),
        migrations.AddField(
            model_name="webhook",
            name="last_delivered_at",
            field=models.DateTimeField(null=True),
        ),
    ]
