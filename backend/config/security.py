"""The headers that tell a browser what Kyoseki's pages never need, so that it refuses it."""

_NEVER_USED = ("accelerometer", "camera", "geolocation", "gyroscope", "magnetometer", "microphone", "payment", "usb")

# Everything comes from here; no script and no style element is written into a page. Plans are drawn from SVG.
_CONTENT = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "style-src-attr": "'unsafe-inline'",  # positions computed while the page runs, such as where a menu opens
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
_TWO_YEARS_SECONDS = 63_072_000


def security_headers(*, https: bool) -> dict[str, str]:
    """Name and value of what every answer carries that says nothing else; HSTS only where people come by https."""
    headers = {
        # What an answer says about people is kept by nobody in between, and asked for anew by the browser.
        "Cache-Control": "private, no-cache",
        "Content-Security-Policy": "; ".join(f"{name} {sources}" for name, sources in _CONTENT.items()),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _NEVER_USED),
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
    if https:
        headers["Strict-Transport-Security"] = f"max-age={_TWO_YEARS_SECONDS}; includeSubDomains"
    return headers
