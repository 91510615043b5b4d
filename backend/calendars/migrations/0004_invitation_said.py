from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("calendars", "0003_seen_stretch"),
        ("people", "0005_directory_identity"),
    ]

    operations = [
        migrations.AddField(
            model_name="invitation",
            name="said",
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name="invitation",
            name="tries",
            field=models.PositiveSmallIntegerField(default=0, help_text="in which the mail server put it off"),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                fields=("person", "holder_kind", "holder_id"), name="one_invitation_a_holder"
            ),
        ),
    ]
