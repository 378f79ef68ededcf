"""What search engines are told."""

import json

from hypothesis import given
from hypothesis import strategies as st
from tests.resolve.conftest import PageOf

from suluh.resolve.structured import _json


@given(st.text())
def test_no_text_can_end_the_element_that_holds_the_json(text: str) -> None:
    written = _json({"name": text})
    assert not set("<>&") & set(written)
    assert json.loads(written) == {"name": text}


def test_a_guide_is_an_article_that_costs_nothing(page_of: PageOf) -> None:
    described = json.loads(page_of("ms/guides/pay/").structured)
    assert described == {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": "Anda tidak dibayar",
        "description": "Apa yang perlu dibuat.",
        "inLanguage": "ms",
        "dateModified": "2026-11-01",
        "isAccessibleForFree": True,
        "mainEntityOfPage": "https://lamp.example/site/ms/guides/pay/",
        "publisher": {"@type": "Organization", "name": "Lamp", "url": "https://lamp.example/site/"},
    }


def test_an_organisation_is_described_without_its_contact(page_of: PageOf) -> None:
    described = json.loads(page_of("en/directory/green/").structured)
    assert described == {
        "@context": "https://schema.org",
        "@type": "WorkersUnion",
        "name": "Anchor",
        "description": "They stand together.",
        "url": "https://lamp.example/site/en/directory/green/",
        "areaServed": "Upriver",
    }
