"""The fictional city hall that a first start serves. Nothing here runs in production."""
