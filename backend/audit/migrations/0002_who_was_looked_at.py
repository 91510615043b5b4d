"""Let people find who looked at their past together with others'."""

import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.AddIndex(
            model_name="event",
            index=django.contrib.postgres.indexes.GinIndex(
                condition=models.Q(("kind", "department.past_viewed")),
                fields=["after"],
                name="event_department_looked_at",
                opclasses=["jsonb_path_ops"],
            ),
        ),
    ]
