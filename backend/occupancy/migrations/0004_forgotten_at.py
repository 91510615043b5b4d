"""When a day's personal detail was taken away."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("occupancy", "0003_demand_of_departments")]

    operations = [
        migrations.AddField(
            model_name="occupancyday",
            name="forgotten_at",
            field=models.DateTimeField(help_text="when the day's personal detail was taken away", null=True),
        ),
        migrations.AlterField(
            model_name="occupancyday",
            name="sealed",
            field=models.BooleanField(
                default=False, help_text="never built again: these facts are what is left of the day"
            ),
        ),
    ]
