import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("telework", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="teleworkrule",
            name="set_by_departments",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=32),
                blank=True,
                help_text="in the row for everyone: the rules that departments may set; empty: the usual ones",
                null=True,
                size=None,
            ),
        ),
        migrations.AddField(
            model_name="teleworkrule",
            name="training_in_fiscal_year",
            field=models.BooleanField(
                blank=True, help_text="whether the security training has to be one of the fiscal year", null=True
            ),
        ),
    ]
