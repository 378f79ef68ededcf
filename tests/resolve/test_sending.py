"""What is sent on of a page."""

import segno
from hypothesis import given
from hypothesis import strategies as st

from suluh.resolve.sending import qr


def drawn(path: str, size: int) -> list[list[int]]:
    """Read the dots back out of the path of an SVG."""
    rows = []
    for row in path.split("M")[1:]:
        dots: list[int] = []
        for step in row.partition(" ")[2].lstrip("0123456789").replace("m", " m").replace("h", " h").split(" "):
            if step[:1] in ("m", "h"):
                dots += [int(step[0] == "h")] * int(step[1:])
        rows.append(dots + [0] * (size - len(dots)))
    return rows


@given(st.from_regex(r"https://[a-z]{1,20}\.example/[a-z/-]{0,120}", fullmatch=True))
def test_the_code_is_that_of_the_address(address: str) -> None:
    path, size = qr(address)
    wanted = segno.make_qr(address, error="l", boost_error=False, mask=4).matrix
    assert drawn(path, size) == [list(row) for row in wanted]
