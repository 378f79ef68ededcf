"""Which guides are not right in which languages. It is asked first of all: what leans on them goes with them."""

from collections.abc import Mapping

from suluh.model.originals import outdated
from suluh.model.output import Part
from suluh.pipeline.parts import Job, Outdated
from suluh.store import Store, digest


def outdated_guides(job: Job, store: Store, guides: Mapping[str, str]) -> Outdated:
    """Tell which guides have a critical part that is not right in some languages.

    `guides` gives the digest of all that each depends on: it is looked at again only when that has changed.
    """
    found = {slug: _kept(job, store, slug, key) for slug, key in guides.items()}
    return {slug: codes for slug, codes in found.items() if codes}


def _kept(job: Job, store: Store, slug: str, key: str) -> tuple[str, ...]:
    name = digest("outdated", key)
    kept = store.result(name)
    if kept is not None:
        return tuple(kept.decode().split())
    codes = _looked_at(job, slug)
    store.keep(name, " ".join(codes).encode())
    return codes


def _looked_at(job: Job, slug: str) -> tuple[str, ...]:
    from suluh.load import load_texts

    site = job.site(Part("guide", slug))
    texts, origins, _ = load_texts(job.root, "guide", slug)
    return dict(outdated(site.with_texts("guide", {slug: texts}, origins))).get(slug, ())
