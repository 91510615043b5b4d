"""A desk can be offered to somebody who waits: a state that holds the desk, and one for offers that came to nothing.

The constraint and the index over what holds a desk are built anew: on five years of bookings that takes a minute or
two, in which nobody can book.
"""

import django.contrib.postgres.constraints
from django.db import migrations, models
from django.db.models import F, Func, Q, Value

STATES = ["booked", "checked_in", "checked_out", "cancelled", "released", "offered", "lapsed"]
HOLDING = ("booked", "checked_in", "checked_out", "offered")


class Migration(migrations.Migration):
    dependencies = [("bookings", "0002_booked_by")]

    operations = [
        migrations.AlterField(
            model_name="booking",
            name="state",
            field=models.CharField(choices=[(state, state) for state in STATES], max_length=12),
        ),
        migrations.AlterField(
            model_name="booking",
            name="release_at",
            field=models.DateTimeField(
                help_text="nobody checked in by then: released; an offer nobody accepted: lapsed", null=True
            ),
        ),
        migrations.AlterField(
            model_name="booking",
            name="ended_because",
            field=models.CharField(
                blank=True,
                help_text="person, no_show, closure, displaced; of an offer: declined, lapsed, left, closure, withdrawn",
                max_length=16,
            ),
        ),
        migrations.RemoveConstraint(model_name="booking", name="booking_state_is_known"),
        migrations.AddConstraint(
            model_name="booking",
            constraint=models.CheckConstraint(condition=Q(state__in=STATES), name="booking_state_is_known"),
        ),
        migrations.AddConstraint(
            model_name="booking",
            constraint=models.CheckConstraint(
                condition=~Q(state="offered") | Q(release_at__isnull=False), name="booking_offer_lapses"
            ),
        ),
        migrations.RemoveConstraint(model_name="booking", name="one_booking_per_desk"),
        migrations.AddConstraint(
            model_name="booking",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=Q(state__in=HOLDING),
                expressions=[
                    (Func(F("desk_id"), F("desk_id"), Value("[]"), function="int8range"), "&&"),
                    ("during", "&&"),
                ],
                name="one_booking_per_desk",
            ),
        ),
        migrations.RemoveIndex(model_name="booking", name="booking_of_desk_on_day"),
        migrations.AddIndex(
            model_name="booking",
            index=models.Index(condition=Q(state__in=HOLDING), fields=["day", "desk"], name="booking_of_desk_on_day"),
        ),
        migrations.AddIndex(
            model_name="booking",
            index=models.Index(condition=Q(state="offered"), fields=["release_at"], name="booking_offer_to_lapse"),
        ),
    ]
