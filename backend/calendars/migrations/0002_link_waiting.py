from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("calendars", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="calendarlink",
            name="keeps_events",
            field=models.BooleanField(default=False, help_text="what we wrote stays there when the link has ended"),
        ),
        migrations.AddField(
            model_name="calendarlink",
            name="waiting",
            field=models.PositiveIntegerField(
                default=0, help_text="changes that are not there yet, when last compared"
            ),
        ),
        migrations.AddField(
            model_name="calendarlink",
            name="waiting_since",
            field=models.DateTimeField(help_text="since when there have been some", null=True),
        ),
        migrations.AddField(
            model_name="silentserver",
            name="told_at",
            field=models.DateTimeField(
                help_text="when its people were told that it has been silent for a day", null=True
            ),
        ),
        migrations.AddField(
            model_name="silentserver",
            name="trouble",
            field=models.CharField(default="unreachable", max_length=24),
        ),
    ]
