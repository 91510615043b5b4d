"""A signature is what RFC 2104 says of the time and the body, worked out here without the library that made it."""

from hashlib import sha256

import pytest

from integrations.webhooks.signing import signature

BLOCK = 64


def hmac_by_hand(key: bytes, message: bytes) -> str:
    """RFC 2104: H(K XOR opad, H(K XOR ipad, message))."""
    key = (sha256(key).digest() if len(key) > BLOCK else key).ljust(BLOCK, b"\x00")
    inner = sha256(bytes(byte ^ 0x36 for byte in key) + message).digest()
    return sha256(bytes(byte ^ 0x5C for byte in key) + inner).hexdigest()


def test_the_way_by_hand_is_that_of_rfc_4231():
    assert hmac_by_hand(b"Jefe", b"what do ya want for nothing?") == (
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    )


@pytest.mark.parametrize("secret", ["whsec_short", "whsec_" + "long" * 30])
def test_a_signature_covers_the_time_and_the_body(secret):
    body = '{"name":"席"}'.encode()
    mark = hmac_by_hand(secret.encode(), b"1764460800." + body)
    assert signature([secret], timestamp=1764460800, body=body) == f"t=1764460800,v1={mark}"


def test_two_secrets_sign_side_by_side():
    marks = [hmac_by_hand(one, b"7.{}") for one in (b"new", b"old")]
    assert signature(["new", "old"], timestamp=7, body=b"{}") == f"t=7,v1={marks[0]},v1={marks[1]}"
