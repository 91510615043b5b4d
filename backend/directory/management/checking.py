"""What can be done about a directory that gives no answer, as sentences for who looks after it."""

from collections.abc import Mapping

from directory.source import Trouble

ADVICE: Mapping[Trouble, str] = {
    Trouble.UNREACHABLE: "Is the address in servers right, does the server run, and lets the firewall this machine in?",
    Trouble.CERTIFICATE: (
        "Does ca_file hold the authority that signed the server's certificate, is the certificate in date, and does "
        "it name the server as servers does?"
    ),
    Trouble.PASSWORD: (
        "Is bind_dn the account's whole DN, and KYOSEKI_DIRECTORY_PASSWORD its password? Is the account locked?"
    ),
    Trouble.TOO_SLOW: "Is the server busy? timeout_seconds is how long one answer may take, page_size how large it is.",
    Trouble.CUT_OFF: "The connection broke off. Nothing was changed; try again, and look into the server's log.",
    Trouble.SIZE_LIMIT: (
        "The server hands over no more entries to this account. On OpenLDAP give it a limit of its own: "
        'limits dn.exact="<bind_dn>" size.prtotal=unlimited.'
    ),
    Trouble.NO_BASE: (
        "There is no such base, or the account may not see it: compare people.base, departments.base and posts.base."
    ),
    Trouble.REFUSED: "The server does not let this account read: look at its rights, and whether it asks for TLS.",
    Trouble.NOT_INSTALLED: "pip install --require-hashes --no-deps -r requirements/ldap.txt",
}
STEPS: Mapping[str, str] = {
    "reached": "{} answers",
    "secured": "the connection to {} is encrypted",
    "bound": "signed in as {}",
    "departments": "{} departments found",
    "people": "{} people found",
    "posts": "{} groups of concurrent posts found",
}
