"""Addresses of the notifications app, below /api/v1/."""

from django.urls import URLPattern, path

from notifications.api.notices import (
    MailChoicesView,
    NoticeReadView,
    NoticesReadAllView,
    NoticesView,
    UnreadView,
)

urlpatterns: list[URLPattern] = [
    path("notices/", NoticesView.as_view()),
    path("notices/unread/", UnreadView.as_view()),
    path("notices/read-all/", NoticesReadAllView.as_view()),
    path("notices/preferences/", MailChoicesView.as_view()),
    path("notices/<int:id>/read/", NoticeReadView.as_view()),
]
