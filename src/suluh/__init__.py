"""Suluh publishes rights guides, a directory of help and campaigns as plain files."""

__version__ = "0.1.0"
