from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("notifications", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="mailchoice",
            name="group",
            field=models.CharField(
                choices=[
                    ("bookings", "bookings"),
                    ("offers", "offers"),
                    ("moves", "moves"),
                    ("section", "section"),
                    ("telework", "telework"),
                    ("approvals", "approvals"),
                    ("privacy", "privacy"),
                ],
                max_length=16,
            ),
        ),
    ]
