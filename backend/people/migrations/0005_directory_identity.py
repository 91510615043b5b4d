from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0004_sessions_moved"),
    ]

    operations = [
        migrations.AddField(
            model_name="person",
            name="directory_uuid",
            field=models.CharField(
                blank=True,
                help_text="the entry's lasting identity: a renamed uid keeps it",
                max_length=64,
                null=True,
                unique=True,
            ),
        ),
        migrations.AlterField(
            model_name="department",
            name="code",
            field=models.CharField(max_length=64, unique=True),
        ),
        migrations.AlterField(
            model_name="person",
            name="directory_id",
            field=models.CharField(
                blank=True,
                help_text="the directory's name for signing in; may change",
                max_length=64,
                null=True,
                unique=True,
            ),
        ),
    ]
