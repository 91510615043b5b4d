from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0004_city_event"),
    ]

    operations = [
        migrations.AddField(
            model_name="closingday",
            name="source",
            field=models.CharField(
                blank=True, help_text="digest of the event it was read from; empty: by hand", max_length=64
            ),
        ),
    ]
