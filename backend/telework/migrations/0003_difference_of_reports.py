from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("telework", "0002_training_and_what_departments_set"),
    ]

    operations = [
        migrations.AddField(
            model_name="workreport",
            name="confirmed_as",
            field=models.CharField(
                blank=True,
                choices=[("manager", "manager"), ("delegate", "delegate"), ("cover", "cover"), ("order", "order")],
                default="",
                max_length=10,
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="workreport",
            name="difference_minutes",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
    ]
