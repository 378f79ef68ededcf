"""What leads to a place: coordinates, links to maps, addresses of houses. They are looked for in plain lines."""

import re
from collections.abc import Iterator

from suluh.check.numbers import Hit

_DECIMALS = re.compile(r"\d[.,\u066b]\d\d\d")
_BETWEEN = r"[\s,;/|\u060c]{1,12}"
_PAIRS = (
    re.compile(
        rf"(\d(?<![\w.]\d)\d{{0,2}})[.\u066b]\d{{3,}}[ °]*[NS]?{_BETWEEN}[+\-]?(\d{{1,3}})[.\u066b]\d{{3,}}(?![\w.]*\d)"
    ),
    re.compile(rf"(\d(?<![\w.,]\d)\d{{0,2}}),\d{{4,}}{_BETWEEN}[+\-]?(\d{{1,3}}),\d{{4,}}(?![\w,]*\d)"),
)
_PLACES = (
    re.compile(r"\bgeo:[+\-]?\d"),
    re.compile(r"\b(?i:lat|lon|lng|lat[ij]tude?|longitude?)[\"']?\s*[:=]\s*[\"']?[+\-]?\d{1,3}[.,]\d{3,}"),
    re.compile(r"\d{1,3}(?:[.,]\d+)?\s*[°º]\s*(?:\d{1,2}(?:[.,]\d+)?\s*['\u2019\u2032]|[NSEW]\b)"),
    re.compile(r"\b[NSEW]\s*\d{1,3}(?:[.,]\d+)?\s*[°º]"),
    re.compile(
        r"\b(?i:google(?:\.[a-z]{2,3}){1,2}/maps|maps\.google\.|maps\.app\.goo\.gl|goo\.gl/maps|maps\.apple\.com|"
        r"waze\.com|osm\.org/|openstreetmap\.org/(?:[#?]|node|way|relation|directions)|w3w\.co/|what3words\.com/|"
        r"bing\.com/maps|plus\.codes/)[^\s\"'<>)\]]*"
    ),
    re.compile(r"(?<![\w/:])///[a-z]+\.[a-z]+\.[a-z]+\b"),  # three words for a square of three metres
    re.compile(
        r"(?<![A-Za-z0-9])[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}(?![A-Za-z0-9])"
    ),  # plus codes
)

_MALAY = "Jalan|Jln|Jl|Lorong|Lrg|Persiaran|Lebuhraya|Lebuh|Taman|Tmn|Kampung|Kg"
_ENGLISH = "Street|Road|Avenue"
_NUMBERED = f"{_ENGLISH}|Lane|Drive|Crescent"
"""Words of streets, which stand before their names in Malay, and behind them in English."""

_NAME = r"(?:[A-Z][\w'\-]*|\d+\w*(?:/\d+\w*)*)"
_NO_NAMES = r"(?!(?:The|An?|This|That|Each|Every|Any|No|On|In|At|Wall|High|Cross)\b)"
_TOWNS = (
    r"alor|ampang|ayer|bahau|balik|bandar|bangi|batu|bayan|bentong|bintulu|bukit|butterworth|cheras|cyberjaya|dungun|"
    r"gelang|george|gombak|ipoh|iskandar|jasin|jitra|johor|kajang|kangar|kemaman|klang|kluang|kota|kuala|kuantan|kuching|"
    r"kulai|kulim|labuan|langkawi|lumut|masai|melaka|mersing|miri|muar|nibong|nilai|parit|pasir|perai|petaling|pontian|"
    r"port|puchong|pulau|putrajaya|raub|rawang|sandakan|seberang|segamat|selayang|semenyih|sepang|seremban|seri|shah|"
    r"sibu|simpang|sitiawan|skudai|subang|sungai|sungei|taiping|tampin|tangkak|tanjung|tapah|tawau|teluk|temerloh|ulu"
)
_STREETS = (
    re.compile(rf"\b(?:{_MALAY}|JALAN|LORONG|TAMAN|KAMPUNG)\b\.?[ \t]+{_NAME}(?:[ \t]+{_NAME})*"),
    re.compile(rf"\b\d+\w?,?[ \t]+(?i:{_MALAY})\b\.?[ \t]+\w+"),
    re.compile(rf"\b{_NO_NAMES}[A-Z][\w'\-]+(?:[ \t]+[A-Z][\w'\-]+)*[ \t]+(?:{_ENGLISH})\b(?![ \t]+[A-Z])"),
    re.compile(rf"\b\d+\w?,?[ \t]+(?:[A-Z][\w'\-]+[ \t]+)+(?:{_NUMBERED})\b"),
    re.compile(rf"(?<![\w.,])(?:0[1-9]|[1-8]\d|9[0-8])\d{{3}},?[ \t]+(?i:{_TOWNS})\b"),
    re.compile(r"(?<![\w.,])0[1-9]\d{3},?[ \t]+[A-Z][a-z]+"),
    re.compile(r"(?<=,)[ \t]*\d{5}[ \t]+(?:[A-Z][\w\-]*[a-rt-z][ \t]?){1,3}(?=[^\w\s]|$)"),
)
"""What follows five digits is a town where it is known as one, or the digits cannot be a number of people."""


_DOOR = re.compile(r"(?:\b(\w+),?[ \t]+)?(?<!\w)((?:No|NO)\.?[ \t]?\d+\w?(?:-\d+)*,[ \t]*)(?=[A-Z\d])")
_NUMBERED_OTHERWISE = re.compile(
    r"(?i:act|akta|arahan|arti[ck](?:le|el)|bill|borang|case|circular|convention|directive|form|formulir|gazette|"
    r"guideline|ilo|issue|kes|keputusan|konvensi|konvensyen|langkah|order|pasal|pekeliling|peraturan|perintah|perkara|"
    r"protocol|protokol|question|recommendation|regulation|rekomendasi|report|section|seksyen|soalan|step|syor|volume|"
    r"warta)s?"
)
"""What has a number without being a house."""


def pairs_in(text: str) -> Iterator[Hit]:
    """Find a latitude and a longitude, in digits of any script, also where they stand on two lines."""
    if _DECIMALS.search(text):
        yield from (("place", *match.span()) for pair in _PAIRS for match in pair.finditer(text) if _on_earth(match))


def places_in(text: str) -> Iterator[Hit]:
    """Find what tells a place to the metre, also inside the address of a page."""
    yield from pairs_in(text)
    yield from (("place", *match.span()) for pattern in _PLACES for match in pattern.finditer(text))


def streets_in(text: str) -> Iterator[Hit]:
    """Find the address of a house, or a part of one."""
    yield from (("street", *match.span()) for pattern in _STREETS for match in pattern.finditer(text))
    for match in _DOOR.finditer(text):
        if not _NUMBERED_OTHERWISE.fullmatch(match[1] or ""):
            yield "street", *match.span(2)


def _on_earth(match: re.Match[str]) -> bool:
    """Tell whether two numbers can be a latitude and a longitude, in whichever order."""
    one, other = (int(part) for part in match.groups())
    return max(one, other) <= 180 and min(one, other) <= 90
