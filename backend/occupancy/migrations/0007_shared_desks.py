from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("occupancy", "0006_departments_at_the_top"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="deskday",
            index=models.Index(
                condition=models.Q(("working_day", True), models.Q(("mode", "assigned"), _negated=True)),
                fields=["desk", "day"],
                name="desk_day_shared",
            ),
        ),
    ]
