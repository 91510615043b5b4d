"""The database lets the people be taken out of every kind of event about where they were to be."""

from django.db import migrations

from audit.forgetting import ALLOW_FORGETTING


class Migration(migrations.Migration):
    dependencies = [("audit", "0004_people_are_forgotten")]

    operations = [migrations.RunSQL(ALLOW_FORGETTING, migrations.RunSQL.noop)]
