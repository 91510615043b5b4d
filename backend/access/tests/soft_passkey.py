"""A passkey in software: makes and signs what a browser's would, so that the server's side is tested on real bytes."""

import json
import secrets
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData

FLAG = AuthenticatorData.FLAG
ORIGIN, HOST = "http://testserver", "testserver"


class SoftPasskey:
    """One credential; `counts` says whether its counter goes up, as a security key's does."""

    def __init__(self, *, counts: bool = True) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self.id = secrets.token_bytes(32)
        self.handle = b""
        self.counter = 1 if counts else 0
        self._counts = counts

    def made_for(self, options, *, origin=ORIGIN, verified=True):
        """What `navigator.credentials.create(options)` answers, as JSON."""
        self.handle = options["user"]["id"]
        public = AttestedCredentialData.create(
            Aaguid.NONE, self.id, ES256.from_cryptography_key(self._key.public_key())
        )
        data = AuthenticatorData.create(
            sha256(HOST.encode()).digest(), self._flags(verified) | FLAG.AT, self.counter, public
        )
        return {
            **self._credential(),
            "response": {
                "clientDataJSON": websafe_encode(_client_data("webauthn.create", options, origin)),
                "attestationObject": websafe_encode(AttestationObject.create("none", data, {})),
                "transports": ["internal", "of another world"],
            },
        }

    def signs(self, options, *, origin=ORIGIN, verified=True):
        """What `navigator.credentials.get(options)` answers, as JSON."""
        self.counter += 1 if self._counts else 0
        client_data = _client_data("webauthn.get", options, origin)
        data = AuthenticatorData.create(sha256(HOST.encode()).digest(), self._flags(verified), self.counter)
        signature = self._key.sign(bytes(data) + sha256(client_data).digest(), ec.ECDSA(SHA256()))
        return {
            **self._credential(),
            "response": {
                "clientDataJSON": websafe_encode(client_data),
                "authenticatorData": websafe_encode(data),
                "signature": websafe_encode(signature),
                "userHandle": self.handle,
            },
        }

    def _credential(self):
        name = websafe_encode(self.id)
        return {"id": name, "rawId": name, "type": "public-key", "clientExtensionResults": {}}

    def _flags(self, verified):
        return FLAG.UP | FLAG.UV if verified else FLAG.UP


def _client_data(kind, options, origin):
    return json.dumps({"type": kind, "challenge": options["challenge"], "origin": origin}).encode()
