"""What holds where a file of settings says nothing: the habits of OpenLDAP and of Active Directory."""

from collections.abc import Mapping
from typing import Any, Final

_KINDS = {"局": "bureau", "部": "division", "課": "section", "係": "unit"}
_EMPLOYMENTS = {
    "常勤": "regular",
    "会計年度任用": "fiscal_year",
    "再任用": "reappointed",
    "条件付採用": "conditional",
}
_EVERYWHERE: dict[str, Any] = {
    "kind": "ldap",
    "path": "",
    "servers": [],
    "start_tls": False,
    "ca_file": "",
    "check_certificate": True,
    "bind_dn": "",
    "timeout_seconds": 10,
    "page_size": 500,
    "sync": {"every_minutes": 15, "most_ended_percent": 5},
}
_DEPARTMENTS = {
    "base": "",
    "filter": "(&(objectClass=organizationalUnit)(businessCategory=*))",
    "code": "ou",
    "name": "description",
    "kind": "businessCategory",
    "parent": "",
    "member": "member",
    "kinds": _KINDS,
}

PRESETS: Final[Mapping[str, Mapping[str, Any]]] = {
    "openldap": {
        **_EVERYWHERE,
        "preset": "openldap",
        "people": {
            "base": "",
            "filter": "(objectClass=inetOrgPerson)",
            "employment": "",
            "attributes": {
                "id": "uid",
                "number": "employeeNumber",
                "name": "cn",
                "family_name": "sn",
                "given_name": "givenName",
                "kana": "cn;lang-ja-kana",
                "mail": "mail",
                "title": "title",
                "employment": "employeeType",
                "department": "departmentNumber",
                "manager": "manager",
                "uuid": "entryUUID",
                "password_changed": "pwdChangedTime",
                "disabled": "",
            },
            "employments": _EMPLOYMENTS,
        },
        "departments": {"by": "attribute", **_DEPARTMENTS},
        "posts": {"base": "", "filter": "(objectClass=groupOfNames)", "department": "cn", "member": "member"},
        "sign_in": {"enabled": False, "filter": "(uid={})"},
    },
    "active_directory": {
        **_EVERYWHERE,
        "preset": "active_directory",
        "people": {
            "base": "",
            "filter": "(&(objectClass=user)(!(objectClass=computer)))",
            "employment": "",
            "attributes": {
                "id": "sAMAccountName",
                "number": "employeeID",
                "name": "displayName",
                "family_name": "sn",
                "given_name": "givenName",
                "kana": "msDS-PhoneticDisplayName",
                "mail": "mail",
                "title": "title",
                "employment": "employeeType",
                "department": "departmentNumber",
                "manager": "manager",
                "uuid": "objectGUID",
                "password_changed": "pwdLastSet",
                "disabled": "userAccountControl",
            },
            "employments": _EMPLOYMENTS,
        },
        "departments": {"by": "tree", **_DEPARTMENTS},
        "posts": {"base": "", "filter": "(objectClass=group)", "department": "cn", "member": "member"},
        "sign_in": {"enabled": False, "filter": "(sAMAccountName={})"},
    },
}
