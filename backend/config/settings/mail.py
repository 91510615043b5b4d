"""Where mail is handed over, as the environment says."""

from typing import Any

from config.settings.environment import Environment

USUAL_PORTS = {"none": 25, "starttls": 587, "tls": 465}


def mail_settings(env: Environment, *, address: str) -> dict[str, Any] | None:
    """How the mail server is reached, or None where none is named: then notices are shown in the product alone."""
    if not env.given("KYOSEKI_MAIL_HOST"):
        return None
    tls = env.choice("KYOSEKI_MAIL_TLS", tuple(USUAL_PORTS), "starttls")
    user, password = env.text("KYOSEKI_MAIL_USER"), env.text("KYOSEKI_MAIL_PASSWORD")
    sender = env.text("KYOSEKI_MAIL_FROM")
    env.require("@" in sender, "KYOSEKI_MAIL_FROM has to be the address that mails come from.")
    env.require(bool(user) == bool(password), "KYOSEKI_MAIL_USER and KYOSEKI_MAIL_PASSWORD go together.")
    env.require(
        not (user and tls == "none"), "KYOSEKI_MAIL_TLS=none would send the password of the mail server openly."
    )
    env.require(bool(address), "KYOSEKI_ADDRESS has to name the address of Kyoseki, which mails point at.")
    return {
        "host": env.text("KYOSEKI_MAIL_HOST"),
        "port": env.number("KYOSEKI_MAIL_PORT", USUAL_PORTS[tls], least=1, most=65535),
        "tls": tls,
        "user": user,
        "password": password,
        "sender": sender,
    }
