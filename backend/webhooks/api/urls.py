"""Addresses of the webhooks app, below /api/v1/."""

from django.urls import URLPattern, path

from webhooks.api.deliveries import DeliveriesView, DeliveryView, ReplayDeliveryView
from webhooks.api.webhooks import (
    RenewWebhookSecretView,
    ReplayWebhookView,
    TestWebhookView,
    WebhookKindsView,
    WebhooksView,
    WebhookView,
)

urlpatterns: list[URLPattern] = [
    path("webhooks/", WebhooksView.as_view()),
    path("webhooks/kinds/", WebhookKindsView.as_view()),
    path("webhooks/deliveries/", DeliveriesView.as_view()),
    path("webhooks/deliveries/<int:id>/", DeliveryView.as_view()),
    path("webhooks/deliveries/<int:id>/replay/", ReplayDeliveryView.as_view()),
    path("webhooks/<int:id>/", WebhookView.as_view()),
    path("webhooks/<int:id>/test/", TestWebhookView.as_view()),
    path("webhooks/<int:id>/renew-secret/", RenewWebhookSecretView.as_view()),
    path("webhooks/<int:id>/replay/", ReplayWebhookView.as_view()),
]
