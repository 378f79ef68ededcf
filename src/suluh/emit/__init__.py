"""Everything beside pages: one module an artefact, none knows another."""

from suluh.emit.compress import pack, packing, worth_packing
from suluh.emit.headers import headers_file
from suluh.emit.paper import able, paper, signs
from suluh.emit.search import page_terms, search_files
from suluh.emit.sitemap import index_files, map_name, sitemap

__all__ = [
    "able",
    "headers_file",
    "index_files",
    "map_name",
    "pack",
    "packing",
    "page_terms",
    "paper",
    "search_files",
    "signs",
    "sitemap",
    "worth_packing",
]
