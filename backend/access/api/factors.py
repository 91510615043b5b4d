"""`/me/factors/`: one's own second factors."""

import io

import segno
from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from access.api.factor_answers import (
    AddedPasskeySerializer,
    BegunAuthenticatorSerializer,
    CodeSerializer,
    NewPasskeySerializer,
    OwnFactorsSerializer,
    PasskeyOptionsSerializer,
    ProofSerializer,
    RecoveryCodesSerializer,
    factors_shape,
    passkey_shape,
)
from access.api.factor_holder import FactorView, adding_holder, changing_holder, session_key, signed_in_holder, site_of
from access.api.second_factor import enters, said_in
from access.models import Passkey
from access.passkey_challenge import Purpose
from access.policies.factor_refusals import FactorRefusal
from access.selectors.factor_holders import own_factors
from access.selectors.second_factors import (
    FactorHolder,
    factors_of,
    has_second_factor,
    is_demanded_of,
    may_change_factors,
    proofs_of,
)
from access.services.authenticators import begin_authenticator
from access.services.factor_removal import remove_authenticator, remove_passkey
from access.services.passkeys import assertion_options, register_passkey, registration_options
from access.services.recovery_codes import renew_recovery_codes
from access.services.second_factor import add_authenticator, complete_sign_in, factor_was_added, prove
from core.answers import ProblemSerializer
from core.fields import LARGEST_ID
from core.refused import Refused

_REFUSED = {400: ProblemSerializer, 403: ProblemSerializer, 409: ProblemSerializer}
_TRIED = {**_REFUSED, 429: ProblemSerializer, 503: ProblemSerializer}


class OwnFactorsView(FactorView):
    """What I have set up."""

    @extend_schema(operation_id="me_factors_retrieve", responses={200: OwnFactorsSerializer})
    def get(self, request: Request) -> Response:
        """My authenticator, passkeys, and how many recovery codes are left."""
        return Response(_state(signed_in_holder(request)))


class ProveView(FactorView):
    """Showing anew who sits here."""

    @extend_schema(
        operation_id="me_factors_prove", request=ProofSerializer, responses={200: OwnFactorsSerializer, **_TRIED}
    )
    def post(self, request: Request) -> Response:
        """Show a second factor, or without any the password: for ten minutes factors may be changed."""
        holder = signed_in_holder(request)
        prove(holder=holder, said=said_in(request, ProofSerializer), site=site_of(request))
        return Response(_state(holder))


class ProveOptionsView(FactorView):
    """Showing it with a passkey."""

    @extend_schema(
        operation_id="me_factors_prove_options",
        request=None,
        responses={200: PasskeyOptionsSerializer, **_REFUSED},
    )
    def post(self, request: Request) -> Response:
        """What to ask the browser for."""
        holder = signed_in_holder(request)
        return Response(
            {
                "options": assertion_options(
                    site=site_of(request),
                    purpose=Purpose.PROOF,
                    session_digest=holder.session_digest,
                    account=holder.account,
                )
            }
        )


class OwnAuthenticatorView(FactorView):
    """My authenticator app."""

    @extend_schema(
        operation_id="me_factors_authenticator_create",
        request=None,
        responses={200: BegunAuthenticatorSerializer, **_REFUSED},
    )
    def post(self, request: Request) -> Response:
        """Begin: a secret for the app, which counts once its first code was right."""
        begun = begin_authenticator(account=adding_holder(request).account)
        picture = io.BytesIO()
        segno.make(begun.address, error="m").save(picture, kind="svg", xmldecl=False, scale=4, border=4)
        return Response({"secret": begun.secret, "uri": begun.address, "qr_svg": picture.getvalue().decode()})

    @extend_schema(operation_id="me_factors_authenticator_destroy", request=None, responses={204: None, **_REFUSED})
    def delete(self, request: Request) -> Response:
        """Remove it; never the last factor while a role demands one."""
        remove_authenticator(account=changing_holder(request).account)
        return Response(status=status.HTTP_204_NO_CONTENT)


class ConfirmAuthenticatorView(FactorView):
    """The first code of my authenticator app."""

    @extend_schema(
        operation_id="me_factors_authenticator_confirm",
        request=CodeSerializer,
        responses={200: RecoveryCodesSerializer, **_TRIED},
    )
    def post(self, request: Request) -> Response:
        """From now on it is asked for. Who had to set it up is signed in by this: read `/session/` again."""
        holder = adding_holder(request)
        wanted = CodeSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        codes = add_authenticator(holder=holder, code=wanted.validated_data["code"])
        return _added(request, holder, Response({"recovery_codes": codes}))


class OwnPasskeyOptionsView(FactorView):
    """Asking the browser for a new passkey."""

    @extend_schema(
        operation_id="me_factors_passkeys_options",
        request=None,
        responses={200: PasskeyOptionsSerializer, **_REFUSED},
    )
    def post(self, request: Request) -> Response:
        """What to ask it."""
        holder = adding_holder(request)
        options = registration_options(
            account=holder.account, site=site_of(request), session_digest=holder.session_digest
        )
        return Response({"options": options})


class OwnPasskeysView(FactorView):
    """My passkeys."""

    @extend_schema(
        operation_id="me_factors_passkeys_create",
        request=NewPasskeySerializer,
        responses={201: AddedPasskeySerializer, **_REFUSED},
    )
    def post(self, request: Request) -> Response:
        """Keep the passkey the browser made. Who had to set one up is signed in by this: read `/session/` again."""
        holder = adding_holder(request)
        wanted = NewPasskeySerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        first = not factors_of(holder.account.pk)
        passkey = register_passkey(
            account=holder.account,
            name=wanted.validated_data["name"],
            answer=wanted.validated_data["credential"],
            site=site_of(request),
            session_digest=holder.session_digest,
        )
        codes = factor_was_added(holder=holder, first=first)
        body = {"passkey": passkey_shape(passkey), "recovery_codes": codes}
        return _added(request, holder, Response(body, status=status.HTTP_201_CREATED))


class OwnPasskeyView(FactorView):
    """One of my passkeys."""

    @extend_schema(
        operation_id="me_factors_passkeys_destroy",
        request=None,
        responses={204: None, 404: ProblemSerializer, **_REFUSED},
    )
    def delete(self, request: Request, id: int) -> Response:
        """Remove it; never the last factor while a role demands one."""
        holder = changing_holder(request)
        if id > LARGEST_ID:
            raise Http404
        try:
            remove_passkey(account=holder.account, id=id)
        except Passkey.DoesNotExist as error:
            raise Http404 from error
        return Response(status=status.HTTP_204_NO_CONTENT)


class OwnRecoveryCodesView(FactorView):
    """My codes on paper."""

    @extend_schema(
        operation_id="me_factors_recovery_codes_create",
        request=None,
        responses={200: RecoveryCodesSerializer, **_REFUSED},
    )
    def post(self, request: Request) -> Response:
        """Ten new ones; those I had open nothing any more."""
        account = changing_holder(request).account
        if not has_second_factor(account.pk):
            raise Refused(FactorRefusal.NO_SECOND_FACTOR)
        return Response({"recovery_codes": renew_recovery_codes(account=account)})


def _added(request: Request, holder: FactorHolder, response: Response) -> Response:
    return enters(request, response, complete_sign_in(key=session_key(request))) if holder.pending else response


def _state(holder: FactorHolder) -> dict[str, object]:
    account = holder.account
    return OwnFactorsSerializer(
        {
            "demanded": is_demanded_of(account),
            "fresh": may_change_factors(holder),
            "proofs": [proof.value for proof in proofs_of(account)],
            **factors_shape(own_factors(account.pk)),
        }
    ).data
