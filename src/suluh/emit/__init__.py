"""Everything beside pages: one module an artefact, none knows another."""

from suluh.emit.compress import pack, packing, worth_packing
from suluh.emit.feed import feed_file
from suluh.emit.figures import figures_file
from suluh.emit.finding import find_files
from suluh.emit.headers import headers_file
from suluh.emit.hsds import hsds_files
from suluh.emit.paper import able, paper, signs
from suluh.emit.search import page_terms, search_files
from suluh.emit.sitemap import index_files, map_name, sitemap
from suluh.emit.tables import table_files
from suluh.emit.vcard import contact_card

__all__ = [
    "able",
    "contact_card",
    "feed_file",
    "figures_file",
    "find_files",
    "headers_file",
    "hsds_files",
    "index_files",
    "map_name",
    "pack",
    "packing",
    "page_terms",
    "paper",
    "search_files",
    "signs",
    "sitemap",
    "table_files",
    "worth_packing",
]
