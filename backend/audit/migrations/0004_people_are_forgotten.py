"""Of events about where people were to be, the people may be taken out when they are old."""

from django.db import migrations

from audit.forgetting import ALLOW_FORGETTING, FORGET_NOTHING


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_by_which_token")]

    operations = [migrations.RunSQL(ALLOW_FORGETTING, FORGET_NOTHING)]
