"""Sign the list of official pages with a key that is not in the repository."""

from collections.abc import Mapping
from pathlib import Path
from subprocess import run

from suluh.problem import Place, Problem, error
from suluh.store import Store

OFFICIAL = "verify.json"
"""The list of official pages and codes."""


def signed(store: Store, files: Mapping[str, str], key: Path | None) -> tuple[dict[str, str], list[Problem]]:
    """Keep the signature of the list, if there is a key; or tell why there is none."""
    name = files.get(OFFICIAL, "")
    if key is None or not name:
        return {}, []
    made = signature(store.read(name) or b"", key)
    if isinstance(made, bytes):
        return {f"{OFFICIAL}.sig": store.add(made)}, []
    hint = "Give a private key of OpenSSH without a passphrase, the one that belongs to 'signing_key'."
    return {}, [error(Place("content/site.yml"), "verify/unsigned", made, hint)]


def signature(data: bytes, key: Path) -> bytes | str:
    """Sign something as `ssh-keygen -Y verify -n suluh` checks it (OpenSSH, PROTOCOL.sshsig); or say why not."""
    command = ["ssh-keygen", "-q", "-Y", "sign", "-n", "suluh", "-f", str(key)]
    try:
        done = run(command, input=data, capture_output=True, check=False)  # noqa: S603 (its words are ours)
    except OSError as fault:
        return f"ssh-keygen cannot be started: {fault.strerror}."
    return done.stdout if done.returncode == 0 else f"ssh-keygen could not sign: {done.stderr.decode().strip()}"
