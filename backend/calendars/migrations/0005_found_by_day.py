"""What is forgotten of a day is found by the day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("calendars", "0004_invitation_said")]

    operations = [
        migrations.AddIndex("invitation", models.Index(fields=["day"], name="invitation_of_day")),
        migrations.AddIndex("proposal", models.Index(fields=["day"], name="proposal_of_day")),
        migrations.AddIndex("sentevent", models.Index(fields=["day"], name="sent_event_of_day")),
    ]
