"""The one person whom old records name after their own people are forgotten."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0005_directory_identity")]

    operations = [
        migrations.RemoveConstraint(model_name="person", name="visitor_has_host_and_days"),
        migrations.AlterField(
            model_name="person",
            name="kind",
            field=models.CharField(
                choices=[("staff", "職員"), ("visitor", "来庁者"), ("nobody", "記録を消した人")],
                default="staff",
                max_length=8,
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "visitor"), _negated=True),
                    models.Q(("active_from__isnull", False), ("active_to__isnull", False), ("host__isnull", False)),
                    _connector="OR",
                ),
                name="visitor_has_host_and_days",
            ),
        ),
    ]
