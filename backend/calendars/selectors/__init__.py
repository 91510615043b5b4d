"""Reads for feeds, links, proposals and invitations."""
