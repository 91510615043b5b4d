"""Events say which token a program acted by."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_who_was_looked_at")]

    operations = [
        migrations.AddField(
            model_name="event",
            name="token_id",
            field=models.BigIntegerField(help_text="the API token by which a program acted as the actor", null=True),
        ),
    ]
