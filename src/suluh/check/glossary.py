"""Rules on the words that mean the same everywhere."""

from collections.abc import Iterator

from suluh.model.glossary import Glossary, folded, holds_form, holds_word
from suluh.model.originals import originals, places_of, translations_of
from suluh.model.site import Site
from suluh.problem import Place, Problem, did_you_mean, error, warning

NAMES = ("facts/sources", "organisations/", "facts/")
"""How the names of texts begin that are full of the names of laws and offices, which are said as they are called."""


def glossary_is_followed(site: Site) -> Iterator[Problem]:
    """A translation says the words of the glossary as that says, and never those to avoid."""
    (_, source), *others = site.glossary.items()
    texts = [one for one in originals(site) if not one.key.startswith(NAMES)]
    for code, terms in others:
        for name in terms.keys() - source.keys():
            hint = did_you_mean(name, source) or "Delete it."
            place = site.place("term", f"{code}/{name}")
            yield error(place, "glossary/unknown", f"'{name}' is no word of the glossary.", hint)
        if code in site.settings.by_code:
            there, places = translations_of(site, code), places_of(site, code)
            for one in texts:
                if one.key in there:
                    yield from _wrong_words(terms, source, one.text, there[one.key], places[one.key])


def _wrong_words(terms: Glossary, source: Glossary, original: str, text: str, place: Place) -> Iterator[Problem]:
    said = folded(text)
    for name, term in terms.items():
        found = next((word for word in term.avoid if folded(word) in said), "")
        if found:
            yield error(place, "glossary/avoid", f"'{found}' is not to be said: {term.why}", f"Say: {term.say}")
        if name in source and holds_word(original, source[name]) and not holds_form(text, term):
            yield warning(place, "glossary/word", f"'{source[name].say}' is said in another way here than elsewhere.",
                          f"Say: {term.say}. Or add the form to 'also:' of '{name}'.")  # fmt: skip
