"""Everything beside pages: one module an artefact, none knows another."""

from suluh.emit.badge import badge
from suluh.emit.bundle import bundle
from suluh.emit.calendar import calendar_file
from suluh.emit.compress import pack, packing, worth_packing
from suluh.emit.feed import atom, json_feed
from suluh.emit.figures import figures_file
from suluh.emit.finding import find_files
from suluh.emit.headers import headers_file
from suluh.emit.hsds import hsds_files
from suluh.emit.official import official_file
from suluh.emit.osdi import osdi_files, osdi_index
from suluh.emit.paper import Unprintable, able, paper
from suluh.emit.photo import photo, position
from suluh.emit.picture import Undrawable, able_to_draw, picture
from suluh.emit.po import po_file
from suluh.emit.search import search_files
from suluh.emit.sitemap import index_files, map_name, sitemap
from suluh.emit.tables import table_files
from suluh.emit.vcard import contact_card
from suluh.emit.xliff import xliff_file

__all__ = [
    "Undrawable",
    "Unprintable",
    "able",
    "able_to_draw",
    "atom",
    "badge",
    "bundle",
    "calendar_file",
    "contact_card",
    "figures_file",
    "find_files",
    "headers_file",
    "hsds_files",
    "index_files",
    "json_feed",
    "map_name",
    "official_file",
    "osdi_files",
    "osdi_index",
    "pack",
    "packing",
    "paper",
    "photo",
    "picture",
    "po_file",
    "position",
    "search_files",
    "sitemap",
    "table_files",
    "worth_packing",
    "xliff_file",
]
