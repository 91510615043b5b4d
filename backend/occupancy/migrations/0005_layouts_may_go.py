"""A layout that is published anew on its first day is not held by that day's provisional facts."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("occupancy", "0004_forgotten_at"), ("spaces", "0003_dxf_drawings")]

    operations = [
        migrations.AlterField(
            model_name="deskday",
            name="layout",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="spaces.layout",
            ),
        ),
    ]
