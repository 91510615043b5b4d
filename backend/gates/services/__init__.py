"""Keeping what gates write down."""
