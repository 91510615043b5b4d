from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("bookings", "0003_offered")]

    operations = [
        migrations.AddField(
            model_name="booking",
            name="repeated",
            field=models.BooleanField(
                default=False,
                help_text="made as one of many dates: the rules of series hold for it, not window and allowance",
            ),
        ),
        migrations.AddField(
            model_name="bookingrule",
            name="series_window_days",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, help_text="days of the calendar after today in which a date of a series may lie"
            ),
        ),
        migrations.AddField(
            model_name="bookingrule",
            name="max_series_dates",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="bookingrule",
            name="no_show_limit",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, help_text="no-shows from which the window is shortened; 0 is never"
            ),
        ),
        migrations.AddField(
            model_name="bookingrule",
            name="no_show_days",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, help_text="working days for which a no-show counts"
            ),
        ),
        migrations.AddField(
            model_name="bookingrule",
            name="no_show_window_days",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, help_text="working days ahead that are left to whoever has reached the limit"
            ),
        ),
    ]
