"""Whether the server in this container answers: exit status 0 or 1, for the image's health check."""

import os
import sys
import urllib.request


def main() -> int:
    """Ask /healthz under the first allowed host, as the server answers no other."""
    host = os.environ.get("KYOSEKI_ALLOWED_HOSTS", "localhost").split(",")[0].strip().lstrip(".")
    address = f"http://127.0.0.1:{os.environ.get('PORT') or 8000}/healthz"
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers={"Host": host}), timeout=4):
            return 0
    except OSError:
        return 1


if __name__ == "__main__":
    sys.exit(main())
