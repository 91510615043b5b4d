"""Assigned desks that figures leave out have rows of their own, and a desk's days are found by the desk."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("occupancy", "0001_initial"),
        ("spaces", "0003_dxf_drawings"),
    ]

    operations = [
        migrations.AlterField(
            model_name="placeday",
            name="held",
            field=models.CharField(
                choices=[("shared", "共用の席"), ("assigned", "指定席"), ("withheld", "出さない指定席")], max_length=8
            ),
        ),
        migrations.AddIndex(
            model_name="deskday",
            index=models.Index(fields=["desk", "day"], name="desk_day_of_desk"),
        ),
    ]
