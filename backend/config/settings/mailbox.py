"""Where answers to invitations are read, as the environment says."""

from typing import Any

from config.settings.environment import Environment

USUAL_PORTS = {"tls": 993, "starttls": 143, "none": 143}


def mailbox_settings(env: Environment, *, outbound: dict[str, Any], sends: bool) -> dict[str, Any] | None:
    """How the mailbox of answers is reached, or None where none is named: then declining releases nothing.

    `authserv` names the mail server whose word on a sender's authenticity counts (RFC 8601); without one its word is
    not asked for.
    """
    if not env.given("KYOSEKI_REPLIES_HOST"):
        return None
    tls = env.choice("KYOSEKI_REPLIES_TLS", tuple(USUAL_PORTS), "tls")
    address = env.text("KYOSEKI_REPLIES_ADDRESS")
    env.require("@" in address, "KYOSEKI_REPLIES_ADDRESS has to be the address that answers come to.")
    for name in ("KYOSEKI_REPLIES_USER", "KYOSEKI_REPLIES_PASSWORD"):
        env.require(env.given(name), f"KYOSEKI_REPLIES_HOST needs {name}.")
    env.require(sends, "KYOSEKI_REPLIES_HOST needs KYOSEKI_MAIL_HOST: without invitations nobody answers.")
    env.require(
        tls != "none" or bool(outbound["networks"]),
        "KYOSEKI_REPLIES_TLS=none sends a password openly: KYOSEKI_OUTBOUND_NETWORKS has to name the server's network.",
    )
    return {
        "host": env.text("KYOSEKI_REPLIES_HOST"),
        "port": env.number("KYOSEKI_REPLIES_PORT", USUAL_PORTS[tls], least=1, most=65535),
        "tls": tls,
        "user": env.text("KYOSEKI_REPLIES_USER"),
        "password": env.text("KYOSEKI_REPLIES_PASSWORD"),
        "folder": env.text("KYOSEKI_REPLIES_FOLDER", "INBOX"),
        "address": address.lower(),
        "authserv": env.text("KYOSEKI_REPLIES_AUTHSERV").lower(),
    }
