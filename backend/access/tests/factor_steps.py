"""What people do about second factors, over HTTP: the steps that the tests are made of."""

import pyotp
from rest_framework.test import APIClient

from access.tests.soft_passkey import SoftPasskey
from audit.models import Event
from core import clock

SESSION = "/api/v1/session/"
FACTORS = "/api/v1/me/factors/"
PASSWORD = "ein langes Passwort"


def sign_in(client, username="agatsuma"):
    return client.post(SESSION, {"username": username, "password": PASSWORD})


def entered(misaki):
    client = APIClient()
    assert sign_in(client).json()["signed_in"] is True
    return client


def set_up_authenticator(client):
    """Answers the app and the codes on paper."""
    app = pyotp.TOTP(client.post(f"{FACTORS}authenticator/").json()["secret"])
    answer = client.post(f"{FACTORS}authenticator/confirm/", {"code": app.at(clock.now())})
    assert answer.status_code == 200, answer.json()
    return app, answer.json()["recovery_codes"]


def set_up_passkey(client, name="公用のPC", **kwargs):
    passkey = SoftPasskey(**kwargs)
    options = client.post(f"{FACTORS}passkeys/options/").json()["options"]
    answer = client.post(f"{FACTORS}passkeys/", {"name": name, "credential": passkey.made_for(options)})
    assert answer.status_code == 201, answer.json()
    return passkey, answer.json()


def code(answer):
    return answer.status_code, answer.json().get("code")


def kinds():
    return list(Event.objects.order_by("pk").values_list("kind", flat=True))
