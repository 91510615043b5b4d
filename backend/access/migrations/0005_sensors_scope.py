import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0004_round_trips"),
    ]

    operations = [
        migrations.AlterField(
            model_name="apitoken",
            name="scopes",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("read", "read"),
                        ("bookings", "bookings"),
                        ("telework", "telework"),
                        ("directory", "directory"),
                        ("places", "places"),
                        ("sensors", "sensors"),
                    ],
                    max_length=24,
                ),
                size=None,
            ),
        ),
    ]
