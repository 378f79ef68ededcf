"""A small picture that tells how far the translations into a language are, for others to show."""

from html import escape

from suluh.model.standing import Share


def badge(name: str, whole: Share) -> bytes:
    """Draw how much of a site is translated, and how much of that somebody has read, in hundredths."""
    there, read = (round(100 * count / max(1, whole.total)) for count in (whole.there, whole.read))
    said = f"{there} % · ✓ {read} %"
    left, right = 12 + 8 * len(name), 16 + 7 * len(said)
    width = left + right
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="24" role="img" '
        f'aria-label="{escape(name)}: {said}">'
        f'<rect width="{width}" height="24" rx="5" fill="#0b3a47"/>'
        f'<path d="M{left} 0h{right - 5}a5 5 0 0 1 5 5v14a5 5 0 0 1-5 5H{left}z" fill="#235b32"/>'
        '<g fill="#fff" font-family="system-ui,sans-serif" font-size="12" text-anchor="middle">'
        f'<text x="{left / 2}" y="16">{escape(name)}</text>'
        f'<text x="{left + right / 2}" y="16">{said}</text></g></svg>\n'
    ).encode()
