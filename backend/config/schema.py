"""What every operation of the schema has in common is said here, once."""

from typing import Any

from access.policies.operations import SCOPE_OF

PROBLEM = {"$ref": "#/components/schemas/Problem"}
PROBLEM_JSON = "application/problem+json"
EVERYWHERE = {"401": "not signed in"}


def problems_as_problem_json(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """A drf-spectacular hook: problems are `application/problem+json`, and every operation may ask for a sign-in."""
    for methods in result["paths"].values():
        for operation in methods.values():
            responses = operation["responses"]
            for number, description in EVERYWHERE.items():
                refused = {"description": description, "content": {PROBLEM_JSON: {"schema": PROBLEM}}}
                responses.setdefault(number, refused)
            for response in responses.values():
                content = response.get("content", {})
                for media_type in [name for name, media in content.items() if media.get("schema") == PROBLEM]:
                    content[PROBLEM_JSON] = content.pop(media_type)
            operation["responses"] = dict(sorted(responses.items()))
    return result


def scopes_of_tokens(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """A drf-spectacular hook: which scope of a token opens an operation, where one does."""
    for path, methods in result["paths"].items():
        for method, operation in methods.items():
            scope = SCOPE_OF.get(f"{method.upper()} {path}")
            ways = [way for way in operation.get("security", []) if "token" not in way]
            if "security" in operation:
                operation["security"] = [*ways, {"token": [scope.value]}] if scope else ways
    return result
