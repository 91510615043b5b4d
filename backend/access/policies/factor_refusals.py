"""Why something about second factors is refused."""

from enum import StrEnum


class FactorRefusal(StrEnum):
    """Codes of refusals about second factors."""

    WRONG_CODE = "wrong_code"
    WRONG_PASSKEY = "wrong_passkey"
    SECOND_FACTOR_OVER = "second_factor_over"
    PROOF_NEEDED = "proof_needed"
    PROOF_WRONG = "proof_wrong"
    NO_AUTHENTICATOR = "no_authenticator"
    AUTHENTICATOR_THERE = "authenticator_there"
    TOO_MANY_PASSKEYS = "too_many_passkeys"
    PASSKEY_KNOWN = "passkey_known"
    FACTOR_DEMANDED = "factor_demanded"
    NO_SECOND_FACTOR = "no_second_factor"
    OWN_FACTORS = "own_factors"
