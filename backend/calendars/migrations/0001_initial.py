import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0005_directory_identity"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ReadReply",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("message_id", models.CharField(max_length=255, unique=True)),
                ("outcome", models.CharField(max_length=32)),
                ("read_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="SilentServer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("host", models.CharField(max_length=255, unique=True)),
                ("since", models.DateTimeField()),
                ("tries", models.PositiveIntegerField()),
                ("try_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="CalendarChoices",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "titles",
                    models.CharField(
                        choices=[("full", "full"), ("short", "short"), ("busy", "busy")], default="full", max_length=8
                    ),
                ),
                (
                    "spans",
                    models.CharField(choices=[("hours", "hours"), ("halves", "halves")], default="hours", max_length=8),
                ),
                (
                    "with_desk",
                    models.BooleanField(default=True, help_text="the desk's code and floor in title and location"),
                ),
                ("with_telework", models.BooleanField(default=True)),
                (
                    "with_own_plans",
                    models.BooleanField(default=True, help_text="the office without a desk, trips and leave"),
                ),
                (
                    "by_mail",
                    models.BooleanField(
                        default=False, help_text="invitations by mail, for a calendar that takes no link"
                    ),
                ),
                (
                    "section_as",
                    models.CharField(
                        choices=[("summary", "summary"), ("each", "each")], default="summary", max_length=8
                    ),
                ),
                ("changed_at", models.DateTimeField()),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="calendar_choices", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CalendarLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("caldav", "caldav"), ("ics", "ics"), ("garoon", "garoon")], max_length=8
                    ),
                ),
                ("address", models.CharField(help_text="as typed", max_length=500)),
                (
                    "host",
                    models.CharField(
                        help_text="host and port, by which servers that are silent are left alone", max_length=255
                    ),
                ),
                ("username", models.CharField(blank=True, max_length=255)),
                ("sealed_password", models.BinaryField(null=True)),
                ("calendar", models.CharField(help_text="the address of the calendar itself", max_length=1000)),
                ("calendar_name", models.CharField(blank=True, max_length=200)),
                ("sends", models.BooleanField(help_text="one's days go there")),
                ("takes_in", models.BooleanField(help_text="what is there proposes days")),
                (
                    "on_deleted",
                    models.CharField(
                        choices=[("ask", "ask"), ("release", "release"), ("put_back", "put_back")],
                        default="ask",
                        max_length=8,
                    ),
                ),
                (
                    "acceptance",
                    models.CharField(
                        choices=[("ask", "ask"), ("automatic", "automatic")], default="ask", max_length=10
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("active", "active"), ("paused", "paused")], default="active", max_length=8
                    ),
                ),
                ("trouble", models.CharField(blank=True, max_length=24)),
                ("troubled_since", models.DateTimeField(null=True)),
                ("tries", models.PositiveIntegerField(default=0, help_text="tries in a row that failed")),
                ("try_at", models.DateTimeField(help_text="not before then", null=True)),
                ("token", models.TextField(blank=True, help_text="sync-token, CTag or ETag of what was read last")),
                ("read_whole_at", models.DateTimeField(help_text="when everything was last read", null=True)),
                ("sent_at", models.DateTimeField(help_text="when what is there was last as it should be", null=True)),
                ("read_at", models.DateTimeField(null=True)),
                ("created_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(help_text="taken away by the person, or the person left", null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="calendar_links", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CityCalendar",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("address", models.CharField(max_length=500)),
                ("holds", models.CharField(choices=[("closing_days", "閉庁日"), ("events", "行事")], max_length=12)),
                ("etag", models.CharField(blank=True, max_length=255)),
                ("trouble", models.CharField(blank=True, max_length=24)),
                ("troubled_since", models.DateTimeField(null=True)),
                ("read_at", models.DateTimeField(null=True)),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Feed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("personal", "personal"), ("section", "section")], max_length=8)),
                ("secret_digest", models.CharField(help_text="SHA-256, in hexadecimal", max_length=64, unique=True)),
                ("sealed_secret", models.BinaryField()),
                ("created_at", models.DateTimeField()),
                ("renewed_at", models.DateTimeField(null=True)),
                ("revoked_at", models.DateTimeField(null=True)),
                (
                    "last_read_at",
                    models.DateTimeField(help_text="when somebody last read it, to within an hour", null=True),
                ),
                ("last_reader", models.CharField(blank=True, help_text="what the reader calls itself", max_length=200)),
                (
                    "department",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.department"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="feeds", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.CharField(max_length=255)),
                ("holder_kind", models.CharField(max_length=16)),
                ("holder_id", models.BigIntegerField()),
                ("day", models.DateField()),
                ("sequence", models.PositiveIntegerField()),
                ("digest", models.CharField(help_text="of what was said last", max_length=64)),
                ("cancelled", models.BooleanField(default=False)),
                ("address", models.CharField(help_text="to which it went", max_length=254)),
                ("due_at", models.DateTimeField(null=True)),
                ("claimed_at", models.DateTimeField(help_text="when a worker took it to send", null=True)),
                ("sent_at", models.DateTimeField(null=True)),
                ("answer", models.CharField(blank=True, help_text="accepted, tentative or declined", max_length=16)),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="invitations", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("href", models.CharField(blank=True, max_length=1000)),
                (
                    "source",
                    models.CharField(
                        help_text="SHA-256 of the event's UID and recurrence, in hexadecimal", max_length=64
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("leave", "leave"),
                            ("trip", "trip"),
                            ("home", "home"),
                            ("release", "release"),
                            ("take_back", "take_back"),
                        ],
                        max_length=10,
                    ),
                ),
                ("day", models.DateField()),
                ("part", models.CharField(choices=[("full", "全日"), ("am", "午前"), ("pm", "午後")], max_length=4)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("accepted", "accepted"),
                            ("dismissed", "dismissed"),
                            ("withdrawn", "withdrawn"),
                            ("over", "over"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("automatic", models.BooleanField(default=False, help_text="accepted without asking")),
                (
                    "refused",
                    models.CharField(blank=True, help_text="code of what kept it from being accepted", max_length=64),
                ),
                ("holder_kind", models.CharField(blank=True, max_length=16)),
                ("holder_id", models.BigIntegerField(null=True)),
                ("made_at", models.DateTimeField()),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "link",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proposals",
                        to="calendars.calendarlink",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="calendar_proposals",
                        to="people.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SeenResource",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("href", models.CharField(max_length=1000)),
                ("etag", models.CharField(blank=True, max_length=255)),
                ("repeats", models.BooleanField(default=False)),
                (
                    "link",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="seen", to="calendars.calendarlink"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SentEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.CharField(max_length=255)),
                ("href", models.CharField(max_length=1000)),
                ("etag", models.CharField(blank=True, max_length=255)),
                ("digest", models.CharField(max_length=64)),
                ("holder_kind", models.CharField(max_length=16)),
                ("holder_id", models.BigIntegerField()),
                ("day", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[("stored", "stored"), ("deleted_there", "deleted_there")],
                        default="stored",
                        max_length=14,
                    ),
                ),
                ("sent_at", models.DateTimeField()),
                (
                    "link",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sent", to="calendars.calendarlink"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="calendarlink",
            index=models.Index(
                condition=models.Q(("ended_at__isnull", True)), fields=["person"], name="live_link_of_person"
            ),
        ),
        migrations.AddIndex(
            model_name="calendarlink",
            index=models.Index(
                condition=models.Q(("ended_at__isnull", True)), fields=["host"], name="live_link_of_host"
            ),
        ),
        migrations.AddConstraint(
            model_name="calendarlink",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind", "ics"), ("sends", True), _negated=True), name="ics_is_only_read"
            ),
        ),
        migrations.AddConstraint(
            model_name="feed",
            constraint=models.UniqueConstraint(
                condition=models.Q(("revoked_at__isnull", True)),
                fields=("person", "kind", "department"),
                name="one_live_feed_of_a_kind",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="feed",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("department__isnull", False), ("kind", "section")),
                    models.Q(("department__isnull", True), ("kind", "personal")),
                    _connector="OR",
                ),
                name="feed_of_a_section_names_it",
            ),
        ),
        migrations.AddIndex(
            model_name="invitation",
            index=models.Index(condition=models.Q(("due_at__isnull", False)), fields=["due_at"], name="invitation_due"),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(fields=("person", "uid"), name="one_invitation_a_uid"),
        ),
        migrations.AddIndex(
            model_name="proposal",
            index=models.Index(
                condition=models.Q(("state", "open")), fields=["person", "day"], name="open_proposal_of_person"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.UniqueConstraint(fields=("link", "source", "day"), name="one_proposal_a_source_and_day"),
        ),
        migrations.AddConstraint(
            model_name="seenresource",
            constraint=models.UniqueConstraint(fields=("link", "href"), name="one_seen_resource_a_href"),
        ),
        migrations.AddConstraint(
            model_name="sentevent",
            constraint=models.UniqueConstraint(fields=("link", "uid"), name="one_sent_event_a_uid"),
        ),
    ]
