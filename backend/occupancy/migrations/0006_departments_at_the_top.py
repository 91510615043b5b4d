from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("occupancy", "0005_layouts_may_go"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="departmentday",
            index=models.Index(
                condition=models.Q(("lineage__len", 1)),
                fields=["day"],
                include=("on_roll", "telework_halves", "gate_people", "checked_in_people"),
                name="department_day_of_roots",
            ),
        ),
    ]
