"""Find contact details in a file of any kind: phone numbers, bank accounts, e-mails, links and postal addresses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from suluh.check import lines
from suluh.model.change import Found, Kind
from suluh.problem import Place

_GAP = r"(?:[ \t().*_~`\\/\u00b7\u2010-\u2015\u2212\uff08\uff09-]|</?[A-Za-z][^<>]*>){0,4}"
"""What may stand between two digits of one number."""

_ABROAD = "62|63|65|66|84|855|856|86|880|91|92|93|94|95|977|98"
_PHONE = re.compile(
    rf"(?<![0-9A-Za-z_])(?<![0-9][.,])(?:"
    rf"(?:\+\(?[0-9]|0[0-9]|1{_GAP}[38]{_GAP}0{_GAP}0|60)(?:{_GAP}[0-9])*(?![0-9]|:[0-9])"
    rf"|(?:{_ABROAD})[0-9]{{9,12}}(?![0-9A-Za-z_]))"
)
_DATE_OR_HOURS = re.compile(
    r"[0-3][0-9][-./ ][01][0-9][-./ ](?:19|20)[0-9]{2}|[0-2][0-9][0-5][0-9]-[0-2][0-9][0-5][0-9]"
)
_SHORT = re.compile(r"(?:^|[\s{,])[\"']?number[\"']?\s*:\s*[\"']?([0-9][0-9 -]+[0-9])(?![0-9A-Za-z_-])")
_CALLING = re.compile(
    r"tel|phone|call|hotline|whats ?app|viber|fax|sms|mobile|number|talian|hubungi|nombor|nomor|điện thoại|tawag"
    "|ফোন|कॉल|फ़ोन|फोन|ဖုန်း|โทร|电话|電話|فون|தொலைபேசி|ទូរស័ព្ទ",
    re.IGNORECASE,
)
_RUN = re.compile(
    r"(?<![0-9A-Za-z_.,-])(?![0-9]{4}-[01][0-9]-[0-3][0-9](?![0-9-]))[1-9](?:[ ().-]{0,2}[0-9]){6,}(?![0-9A-Za-z_])"
)

_END = r"\s\"'<>`|\u2019\u201d\u3001\u3002\u300d\u300f\uff01-\uff20\u0964\u104a\u104b"
_SURE = "com|org|net|edu|gov|int|my|bd|np|pk|lk|vn|kh|ph|sg|hk|uk|eu|asia|ngo|ong"
_UNSURE = "be|cc|co|ee|gl|gle|id|in|info|io|la|link|ly|me|mm|online|page|site|th|to|tv|xyz|app"
_LINK = re.compile(
    rf"(?<![0-9A-Za-z])(?:(?:tel|sms|smsto|callto):(?=[+0-9(])\+?(?:{_GAP}[0-9])+"
    rf"|(?:mailto|tel|sms|smsto|callto|whatsapp|viber|skype|geo):(?!//)[^{_END}]+"
    rf"|(?:https?|ftps?|wss?|whatsapp|viber|tg|signal|line|skype|intent)://[^{_END}]+)"
    rf"|(?<![:\w/])//(?=[\w-]+\.\w)[^{_END}]+"
    rf"|(?<![0-9A-Za-z_@./-])www\.[^{_END}]+"
    rf"|(?<![\w@./-])(?:[\w-]+\.)+(?:(?:{_SURE})(?![\w-])(?!\.\w)(?:[/?#:][^{_END}]*)?|(?:{_UNSURE})/[^{_END}]+)",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"[)\]}](?=[^\x00-\x7f]|[.,;:!?*_~)\]}]*$)")
_HOST = re.compile(r"(?:[a-z]+:)?(?://)?[^/?#]*", re.IGNORECASE)
_CALL = re.compile(r"(?:tel|sms|smsto|callto):(?=[+0-9(])", re.IGNORECASE)

_AT, _DOT = r"(?:@| ?[(\[] ?at ?[)\]] ?)", r"(?:\.| ?[(\[] ?dot ?[)\]] ?)"
_EMAIL = re.compile(
    rf"(?<![\w.%+'-])[\w.%+'-]{{1,64}}{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,5}}{_DOT}[^\W\d_][\w-]{{0,61}}[^\W\d_]",
    re.IGNORECASE,
)

_BANKING = re.compile(
    r"bank|akaun|account|\bacc?t?\b\.? ?no|rekening|iban|swift|\bbic\b|duitnow|maybank|cimb|rhb|ambank|bsn|paynow|bkash"
    "|e-?wallet|tài khoản|ngân hàng|ব্যাংক|बैंक|बैङ्क|खाता|ဘဏ်|ธนาคาร|บัญชี|银行|账户|賬戶|بینک|வங்கி|ធនាគារ|គណនី",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"(?<![0-9A-Za-z_])(?![0-9]{4}-[01][0-9]-[0-3][0-9](?![0-9-]))[0-9](?:[ -]{0,2}[0-9]){7,}(?![0-9])"
)
_IBAN = re.compile(r"(?<![0-9A-Za-z])[A-Z]{2}[0-9]{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,4})?(?![0-9A-Za-z])")
_SWIFT = re.compile(r"(?i:swift|bic)\W*(?i:code|kod)?\W*([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)(?!\w)")

_STREET = re.compile(
    r"\b(?:Jalan|Jln\.?|Lorong|Persiaran|Lebuh(?:raya)?|Lengkok|Taman|Kampung|Kg\.?|Seksyen|Wisma|Menara)"
    r"(?: +[A-Z0-9][\w/'-]*){1,4}"
    r"|(?:\b[0-9][\w/-]{0,9},? +)?(?:\b[A-Z][\w'-]{0,30} +){1,3}(?:Street|Road|Avenue|Lane|Drive|Boulevard)\b"
    r"|(?<![0-9A-Za-z_-])[0-9]{5},? +[A-Z][\w'-]+(?: +[A-Z][\w'-]+){0,2}"
)
_DOOR = re.compile(r"\b(?:No\.?|Lot|Unit|Suite|Block|Blok|Level|Tingkat|Floor|P\.?O\.? ?Box) ?[0-9][\w/-]*")

_BEGUN = re.compile(
    rf"(?<![0-9A-Za-z_])(?<![0-9][ .-])(?:\+\(?[0-9](?:{_GAP}[0-9]){{0,8}}|0[0-9](?:{_GAP}[0-9]){{0,6}})[ \t-]*$"
)
_GOES_ON = re.compile(rf"[ \t>]*([0-9](?:{_GAP}[0-9])*)")


def find(file: str, text: str) -> Iterator[Found]:
    """Find every contact detail of a text, in the order in which they stand."""
    page = _unwrapped([lines.read(line) for line in re.split("\r\n|\r|\n", text)])
    around = _Around()
    for index, line in enumerate(page):
        spans, rest = _spans(line.plain, [one.plain for one in page[max(0, index - 2) : index + 2]])
        whose = around.of(rest)
        for start, end, kind, value in sorted(spans):
            place = Place(file, index + 1, line.starts[start] + 1)
            yield _found(kind, value, place, line.written(start, end), whose)


def _unwrapped(page: list[lines.Line]) -> list[lines.Line]:
    """Put a phone number that goes on in the next line into one."""
    for index in range(len(page) - 1):
        goes_on = _GOES_ON.match(page[index + 1].plain)
        if goes_on and _BEGUN.search(page[index].plain):
            page[index : index + 2] = lines.joined(page[index], page[index + 1], *goes_on.span(1))
    return page


def _found(kind: Kind, value: str, place: Place, written: str, around: str) -> Found:
    return Found(kind, value, lines.visible(written), place, " ".join(_notes(kind, written)), around)


def _notes(kind: Kind, written: str) -> Iterator[str]:
    """Say what somebody who reads it cannot see."""
    unseen = lines.hidden(written)
    if unseen:
        yield f"Hidden signs stand in it: {', '.join(unseen)}."
    if lines.coded(written):
        yield "Some of its signs are written as codes."
    domain = _domain(kind, written)
    strange = lines.foreign(domain)
    if strange:
        yield f"Its domain has letters that are not a to z: {', '.join(strange)}."
    elif "xn--" in domain.lower():
        yield "Its domain has letters that are not a to z; xn-- stands for them."


def _domain(kind: Kind, written: str) -> str:
    if kind == "email":
        return written
    host = _HOST.match(written) if kind == "link" and not _CALL.match(written) else None
    return host[0] if host else ""


# --- what stands in it ---

_Span = tuple[int, int, Kind, str]


def _spans(plain: str, near: Sequence[str]) -> tuple[list[_Span], str]:
    """Cut a line into its contact details and the rest, in which each leaves a hole."""
    spans: list[_Span] = []
    for finder in (_links, _emails, _ibans, _phones, _accounts, _numbers, _addresses):
        for start, end, kind, value in list(finder(plain, near)):
            spans.append((start, end, kind, value))
            plain = f"{plain[:start]}{lines.HOLE * (end - start)}{plain[end:]}"
    return spans, _with_dots(plain)


def _links(plain: str, _: Sequence[str]) -> Iterator[_Span]:
    if ":" not in plain and "." not in plain:
        return
    for match in _LINK.finditer(plain):
        written = _trimmed(match[0])
        if not re.search(r"\w", written.partition(":")[2] or written):
            continue
        call, host = _CALL.match(written), _HOST.match(written)
        at = host.end() if host else 0
        value = f"{call[0].lower()}{_dialled(written[call.end() :])}" if call else written[:at].lower() + written[at:]
        yield match.start(), match.start() + len(written), "link", value


def _trimmed(link: str) -> str:
    """Take off what belongs to the sentence round a link."""
    for match in _CLOSING.finditer(link):
        end, begin = match[0][0], "([{"[")]}".index(match[0][0])]
        if link.count(end, 0, match.start() + 1) > link.count(begin, 0, match.start()):
            link = link[: match.start()]
            break
    return link.rstrip(".,;:!?*_~")


def _emails(plain: str, _: Sequence[str]) -> Iterator[_Span]:
    if not any(sign in plain for sign in "@(["):
        return
    for match in _EMAIL.finditer(plain):
        value = re.sub(_DOT, ".", re.sub(_AT, "@", match[0].lower()))
        yield match.start(), match.end(), "email", value


def _ibans(plain: str, _: Sequence[str]) -> Iterator[_Span]:
    for match in _IBAN.finditer(plain):
        if sum(sign.isdigit() for sign in match[0]) >= 10:
            yield match.start(), match.end(), "bank", re.sub("[ -]", "", match[0])


def _phones(plain: str, _: Sequence[str]) -> Iterator[_Span]:
    for match in _PHONE.finditer(plain):
        if _is_a_number(match[0], plain[match.end() : match.end() + 1]):
            yield match.start(), match.end(), "phone", _dialled(match[0])


def _is_a_number(run: str, following: str) -> bool:
    """Tell phone numbers from days, and from pieces of a name that a machine made."""
    digits = len(_dialled(run).removeprefix("+"))
    if run[0] == "+":
        return digits >= 7
    if run.isdigit() and following.isascii() and following.isalpha():
        return False
    return digits >= 8 and not _DATE_OR_HOURS.fullmatch(run) if run[0] == "0" else digits >= 10


def _dialled(run: str) -> str:
    """Give what is dialled: digits, and a + before them."""
    bare = re.sub("<[^<>]*>", "", run)
    return "+" * bare.startswith("+") + re.sub("[^0-9]", "", bare)


def _accounts(plain: str, near: Sequence[str]) -> Iterator[_Span]:
    """Find the numbers of bank accounts, which only words beside them or in a line near by tell to be such."""
    found = list(_ACCOUNT.finditer(plain))
    if found and any(map(_BANKING.search, near)):
        for match in found:
            yield match.start(), match.end(), "bank", re.sub("[ -]", "", match[0])
    for match in _SWIFT.finditer(plain):
        yield match.start(1), match.end(1), "bank", match[1].upper()


def _numbers(plain: str, _: Sequence[str]) -> Iterator[_Span]:
    """Find the phone numbers that only what stands beside them tells to be such."""
    short = _SHORT.search(plain) if "number" in plain else None
    if short:
        yield short.start(1), short.end(1), "phone", _dialled(short[1])
        return
    found = list(_RUN.finditer(plain))
    if found and _CALLING.search(plain):
        for match in found:
            yield match.start(), match.end(), "phone", _dialled(match[0])


def _addresses(plain: str, _: Sequence[str]) -> Iterator[_Span]:
    """Find a postal address: from the first to the last part of it that can be told."""
    streets = list(_STREET.finditer(plain))
    if streets:
        parts = [*streets, *_DOOR.finditer(plain)]
        start, end = min(part.start() for part in parts), max(part.end() for part in parts)
        yield start, end, "address", " ".join(_with_dots(plain[start:end]).split())


def _with_dots(plain: str) -> str:
    return re.sub(f"{lines.HOLE}+", "·", plain)


# --- whose it is ---


@dataclass(slots=True)
class _Around:
    """What stands round the lines of a file, read from its top."""

    heading: str = ""
    above: str = ""
    last: str = ""
    parents: list[tuple[int, str]] = field(default_factory=list)

    def of(self, rest: str) -> str:
        """Give the line, the heading and the lines that it stands under, and the one above that differs from it."""
        line = " ".join(rest.split())
        if not line:
            return ""
        depth = len(rest) - len(rest.lstrip())
        while self.parents and self.parents[-1][0] >= depth:
            self.parents.pop()
        if line != self.last:
            self.above, self.last = self.last, line
        whose = "\n".join((line, self.heading, *(parent for _, parent in self.parents), self.above))
        self.parents.append((depth, line))
        if line.startswith("#"):
            self.heading = line
        return whose
