from django.core.serializers.json import DjangoJSONEncoder
from django.db import migrations, models

from audit.append_only import ALLOW_CHANGE, REFUSE_CHANGE


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_index=True)),
                ("kind", models.CharField(max_length=64)),
                ("subject_kind", models.CharField(max_length=32)),
                ("subject_id", models.BigIntegerField()),
                ("actor_id", models.BigIntegerField(null=True)),
                ("actor_name", models.CharField(blank=True, max_length=150)),
                ("on_behalf_of_id", models.BigIntegerField(null=True)),
                ("before", models.JSONField(encoder=DjangoJSONEncoder, null=True)),
                ("after", models.JSONField(encoder=DjangoJSONEncoder, null=True)),
                ("source_address", models.GenericIPAddressField(null=True)),
                ("request_id", models.CharField(blank=True, max_length=64)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["subject_kind", "subject_id", "id"], name="event_of_subject"),
                    models.Index(fields=["actor_id", "id"], name="event_of_actor"),
                ],
            },
        ),
        migrations.RunSQL(REFUSE_CHANGE, ALLOW_CHANGE),
    ]
