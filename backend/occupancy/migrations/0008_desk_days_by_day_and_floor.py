from django.db import migrations, models


class Migration(migrations.Migration):
    """One index for a day and for a floor's days, in the order in which rows lie on the disk."""

    dependencies = [("occupancy", "0007_shared_desks")]

    operations = [
        migrations.RemoveConstraint(model_name="deskday", name="desk_day_once"),
        migrations.AddConstraint(
            model_name="deskday",
            constraint=models.UniqueConstraint(fields=("day", "floor", "desk"), name="desk_day_once"),
        ),
        migrations.RemoveIndex(model_name="deskday", name="desk_day_of_day"),
    ]
