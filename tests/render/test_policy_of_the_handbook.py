"""The policy that a page of the handbook gets."""

import base64
import hashlib

from suluh.render.handbook import with_policy


def hash_of(text: str) -> str:
    """Give the hash of a text as a policy names it."""
    return "&#39;sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "&#39;"


def test_a_page_names_what_it_carries_and_may_load_from_its_own_host_only() -> None:
    page = (
        "<html><head><style>a{}</style></head><body><script>one()</script><script src=two.js></script>"
        '<script type="application/json">{"is": "data"}</script></body></html>'
    )
    assert with_policy(page) == page.replace(
        "<head>",
        '<head><meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; '
        f"script-src &#39;self&#39; {hash_of('one()')}; style-src &#39;self&#39; {hash_of('a{}')}; "
        "img-src &#39;self&#39; data:; font-src &#39;self&#39;; connect-src &#39;self&#39;; worker-src &#39;self&#39;; "
        'base-uri &#39;none&#39;; form-action &#39;none&#39;">',
    )


def test_what_is_no_page_is_left_alone() -> None:
    assert with_policy("<urlset></urlset>") == "<urlset></urlset>"
