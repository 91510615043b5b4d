"""A visit can be called off before it begins; names are folded anew, with more of the old forms."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from people.name import search_text

_ROWS_AT_ONCE = 1000


def fold_names(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Bring every person's search text up to date."""
    changed = []
    for person in apps.get_model("people", "Person").objects.only("name", "kana", "number", "search_text").iterator():
        folded = search_text(name=person.name, kana=person.kana, number=person.number)
        if person.search_text != folded:
            person.search_text = folded
            changed.append(person)
    apps.get_model("people", "Person").objects.bulk_update(changed, ["search_text"], batch_size=_ROWS_AT_ONCE)


class Migration(migrations.Migration):
    dependencies = [("people", "0002_acting_for_others")]

    operations = [
        migrations.RemoveConstraint(model_name="person", name="visitor_has_host_and_days"),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind", "staff"),
                    models.Q(("active_from__isnull", False), ("active_to__isnull", False), ("host__isnull", False)),
                    _connector="OR",
                ),
                name="visitor_has_host_and_days",
            ),
        ),
        migrations.RunPython(fold_names, migrations.RunPython.noop, elidable=True),
    ]
