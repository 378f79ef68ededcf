"""Frozen values that pass between the stages; nothing here reads or writes."""
