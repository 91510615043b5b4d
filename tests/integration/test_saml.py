"""Signing in by a SAML identity provider: a real one (samlify) beside the served product."""

import base64

import pytest
import requests
from lxml import etree

from access.models import ExternalIdentity, RoundTrip, Session
from tests.factories.hall import Hall
from tests.fixtures.federated import Federated, Form

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

REFUSED = "/sign-in?refused=provider_refused"
UNKNOWN = "/sign-in?refused=unknown_account"
FAULTS = ["audience", "issuer", "expired", "unasked"]


@pytest.fixture
def visitor() -> requests.Session:
    return requests.Session()


def tampered(form: Form, old: str, new: str) -> Form:
    answer = base64.b64decode(form.fields["SAMLResponse"]).decode()
    assert old in answer
    return Form(form.action, {"SAMLResponse": base64.b64encode(answer.replace(old, new).encode()).decode()})


def test_a_person_comes_in_to_where_she_wanted_to_go(federated: Federated, hall: Hall, visitor: requests.Session):
    federated.next_comes("agatsuma")
    assert federated.by_saml(visitor, "?next=%2Fplan").headers["Location"] == "/plan"
    assert federated.whose(visitor) == hall.people["agatsuma"].name
    assert Session.objects.get().way == "saml"
    identity = ExternalIdentity.objects.get()
    assert (identity.provider, identity.subject) == (f"{federated.saml}/metadata", "subject-1")
    assert not RoundTrip.objects.filter(session_key=visitor.cookies.get("kyoseki_round_trip")).exists()


def test_who_is_bound_stays_found_and_a_name_given_on_opens_nothing(federated: Federated, hall: Hall):
    ends = []
    for name, subject in (("agatsuma", "one"), ("renamed-there", "one"), ("agatsuma", "two"), ("nobody-here", "three")):
        federated.next_comes(name, subject=subject)
        ends.append(federated.by_saml(requests.Session()).headers["Location"])
    assert ends == ["/", "/", UNKNOWN, UNKNOWN]


def test_a_subject_that_changes_each_time_is_not_bound(federated: Federated, hall: Hall):
    for subject in ("of-today", "of-tomorrow"):
        federated.next_comes("agatsuma", subject=subject, fault="transient")
        assert federated.by_saml(requests.Session()).headers["Location"] == "/"
    assert not ExternalIdentity.objects.exists()


def test_an_answer_that_is_not_right_opens_nothing(federated: Federated, hall: Hall):
    ends = {}
    for fault in FAULTS:
        federated.next_comes("agatsuma", fault=fault)
        ends[fault] = federated.by_saml(requests.Session()).headers["Location"]
    federated.next_comes("agatsuma")
    for old, new in ((">agatsuma<", ">yamada<"), ("SignatureValue>", "Value>"), ("<ds:Signature ", "<ds:Unsigned ")):
        visitor = requests.Session()
        ends[old] = federated.post_saml(visitor, tampered(federated.saml_form(visitor), old, new)).headers["Location"]
    assert set(ends.values()) == {REFUSED}, ends
    assert (Session.objects.count(), ExternalIdentity.objects.count()) == (0, 0)


def test_an_assertion_moved_beside_a_forged_one_is_refused(federated: Federated, hall: Hall, visitor: requests.Session):
    """Signature wrapping: the signed assertion stays in the answer, and another stands where it is read."""
    federated.next_comes("agatsuma")
    form = federated.saml_form(visitor)
    answer = etree.fromstring(base64.b64decode(form.fields["SAMLResponse"]))
    signed = answer.find("{*}Assertion")
    assert signed is not None
    forged = etree.fromstring(etree.tostring(signed).replace(b">agatsuma<", b">yamada<"))
    forged.set("ID", "_forged")
    for signature in forged.findall("{*}Signature"):
        forged.remove(signature)
    answer.insert(list(answer).index(signed), forged)
    form.fields["SAMLResponse"] = base64.b64encode(etree.tostring(answer)).decode()
    assert federated.post_saml(visitor, form).headers["Location"] == REFUSED


def test_an_answer_counts_once_in_the_browser_that_asked(federated: Federated, hall: Hall):
    federated.next_comes("agatsuma")
    visitor, stranger = requests.Session(), requests.Session()
    form = federated.saml_form(visitor)
    ends = [federated.post_saml(one, form).headers["Location"] for one in (stranger, visitor, visitor)]
    assert ends == [REFUSED, "/", REFUSED]
    assert Session.objects.count() == 1


def test_what_is_no_answer_is_refused_and_kept_nowhere(federated: Federated, hall: Hall):
    acs = f"{federated.address}/accounts/saml/acs/"
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
    for body in ({}, {"SAMLResponse": "%%%"}, {"SAMLResponse": base64.b64encode(b"<a/>").decode()},
                 {"SAMLResponse": base64.b64encode(bomb.encode()).decode()},
                 {"SAMLResponse": base64.b64encode(b"\xff\xfe").decode()}):  # fmt: skip
        answer = requests.post(acs, data=body, allow_redirects=False, timeout=30)
        assert (answer.status_code, answer.headers["Location"]) == (302, REFUSED), body
    finish = requests.get(f"{acs}finish/", allow_redirects=False, timeout=30)
    assert finish.headers["Location"] == REFUSED
    assert not RoundTrip.objects.exists()


def test_the_metadata_says_where_answers_go_and_offers_no_signing_out(federated: Federated, hall: Hall):
    answer = requests.get(f"{federated.address}/accounts/saml/metadata/", timeout=10)
    described = etree.fromstring(answer.content)
    where = [place.get("Location") for place in described.iterfind(".//{*}AssertionConsumerService")]
    assert where == [f"{federated.address}/accounts/saml/acs/"]
    assert described.find(".//{*}SingleLogoutService") is None
