"""Suluh publishes rights guides, a directory of help and campaigns as plain files."""
