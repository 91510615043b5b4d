"""Addresses of planned transfers."""

from django.urls import URLPattern, path

from directory.api.transfers import (
    TransferEffectCountsView,
    TransferEffectsView,
    TransferEntriesView,
    TransfersView,
    TransferView,
    WithdrawTransferView,
)

transfer_urls: list[URLPattern] = [
    path("directory/transfers/", TransfersView.as_view()),
    path("directory/transfers/<int:id>/", TransferView.as_view()),
    path("directory/transfers/<int:id>/entries/", TransferEntriesView.as_view()),
    path("directory/transfers/<int:id>/effects/", TransferEffectsView.as_view()),
    path("directory/transfers/<int:id>/effects/counts/", TransferEffectCountsView.as_view()),
    path("directory/transfers/<int:id>/withdraw/", WithdrawTransferView.as_view()),
]
