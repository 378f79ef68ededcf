"""Our profile of HSDS 3.0, for organisations that can be harmed by being found: how our data differs from it."""

from collections.abc import Mapping
from typing import Any, get_args

from suluh.model.fact import Cost, Dated, Number
from suluh.model.organisation import Kind, Verification

VERSION = "1.0.0"
SPECIFICATION = "https://github.com/openreferral/specification/tree/3.0"

Patch = Mapping[str, Any] | None
"""A merge patch (RFC 7386) of the schema of an object; none takes the object away."""

GONE = (
    "accessibility",
    "address",
    "contact",
    "funding",
    "location",
    "metadata",
    "organization_identifier",
    "program",
    "service_at_location",
)
"""Objects that are never there: they say where somebody can be found, who it is, who pays, or what was taken back."""

NEVER: Mapping[str, tuple[str, ...]] = {
    "attribute": ("metadata",),
    "cost_option": ("metadata",),
    "language": ("location_id", "metadata"),
    "meta_table_description": ("metadata",),
    "organization": (
        "contacts",
        "funding",
        "legal_status",
        "locations",
        "metadata",
        "organization_identifiers",
        "programs",
        "tax_id",
        "tax_status",
        "year_incorporated",
    ),
    "phone": ("contact_id", "extension", "location_id", "metadata", "service_at_location_id"),
    "required_document": ("metadata",),
    "schedule": ("location_id", "metadata", "service_at_location_id"),
    "service": (
        "accreditations",
        "assurer_email",
        "contacts",
        "funding",
        "licenses",
        "metadata",
        "program",
        "program_id",
        "service_at_locations",
    ),
    "service_area": ("extent", "extent_type", "metadata"),
    "taxonomy": ("metadata",),
    "taxonomy_term": ("metadata",),
}
"""Fields that are never there, in those objects that are."""

_ALWAYS: Mapping[str, tuple[str, ...]] = {
    "attribute": ("taxonomy_term",),
    "language": ("code", "name"),
    "organization": ("kind", "page", "source", "source_date", "verification_state"),
    "phone": ("checked_on",),
    "required_document": ("document",),
    "schedule": ("byday", "closes_at", "freq", "opens_at", "phone_number", "time_zone", "timezone"),
    "service": ("attributes", "audience", "description", "organization", "url"),
    "service_area": ("code", "name"),
    "taxonomy_term": ("code", "language", "taxonomy_detail"),
}


def _text(description: str, **more: object) -> dict[str, Any]:
    return {"type": "string", "description": description, **more}


_TEXT_LANGUAGES = {
    "text_languages": {
        "type": "object",
        "additionalProperties": {"type": "string"},
        "description": "Texts of this object that are not in the language of the file: field, and BCP 47 code. "
        "They have not been translated yet.",
    }
}

_OWN: Mapping[str, Mapping[str, Any]] = {
    "organization": {
        "kind": _text("What kind of organization this is.", enum=list(get_args(Kind))),
        "page": _text("The page of this organization in the directory.", format="uri"),
        "source": _text("Where this entry was read."),
        "source_date": _text("How old that source is: a year, a month or a day.", pattern=get_args(Dated)[1].pattern),
        "verification_state": _text(
            "What is known of this entry. 'verified': somebody spoke to the organization. 'unverified': nobody did. "
            "'disputed': somebody said that it is wrong. 'closed': the organization is no more.",
            enum=list(get_args(Verification.model_fields["state"].annotation)),
        ),
        "verified_on": _text("The day on which somebody last checked.", format="date"),
        **_TEXT_LANGUAGES,
    },
    "phone": {
        "number": {"pattern": get_args(Number)[1].pattern},
        "checked_on": _text("The day on which this number was last read at its source.", format="date"),
        "cost": _text(
            "What a call costs. Missing where it is not known.",
            enum=[cost for cost in get_args(Cost) if cost != "unknown"],
        ),
        **_TEXT_LANGUAGES,
    },
    "required_document": {
        "document": {"description": "What helps when one has it. Nothing must be shown to be helped."},
        **_TEXT_LANGUAGES,
    },
    "schedule": {
        "phone_number": _text("The number that is answered at these hours."),
        "time_zone": _text(
            "The time zone of these hours, as IANA names it. `timezone` is its offset on the day on "
            "which the file was made."
        ),
        **_TEXT_LANGUAGES,
    },
    "service": {
        "assured_date": {"description": "The day on which somebody last checked the entry of the organization."},
        "audience": _text(
            "For whom this is: workers, or other organizations. Do not offer the second to workers.",
            enum=["worker", "partner"],
        ),
        "not_for": _text("For whom this is not."),
        "status": {
            "description": "'active' only where somebody spoke to the organization, 'defunct' where it has "
            "closed. Everything else is 'inactive': it may be there, nobody knows."
        },
        **_TEXT_LANGUAGES,
    },
    "service_area": {
        "code": _text("The place by ISO 3166-2. Nothing finer is ever said.", pattern=r"^[A-Z]{2}-[A-Z0-9]{1,3}$"),
        **_TEXT_LANGUAGES,
    },
}

_ACTIVE_IS_VERIFIED = {
    "if": {"properties": {"status": {"const": "active"}}},
    "then": {"properties": {"organization": {"properties": {"verification_state": {"const": "verified"}}}}},
}


def patches() -> dict[str, Patch]:
    """Give the merge patch of every object that the profile changes or takes away, by the name of the object."""
    return dict(sorted({**dict.fromkeys(GONE), **{name: _patch(name) for name in NEVER}}.items()))


def described(address: str) -> dict[str, object]:
    """Describe the profile, where the folder of its patches stands at an address."""
    return {
        "name": "HSDS profile for organizations at risk",
        "version": VERSION,
        "based_on": SPECIFICATION,
        "description": "For directories of organizations that can be harmed by being found. Each file is a JSON merge "
        "patch (RFC 7386) of the schema of the same name; null takes an object away. The data is valid by "
        "the schemas of HSDS 3.0, and by those with these patches.",
        "profile": {name: f"{address}{name}.json" for name in patches()},
    }


def _patch(name: str) -> dict[str, Any]:
    """Take fields away, forbid that they are there all the same, and add our own."""
    always = [{"required": list(_ALWAYS[name])}] if name in _ALWAYS else []
    rules = [*always, _ACTIVE_IS_VERIFIED] if name == "service" else always
    return {
        "properties": {**dict.fromkeys(NEVER[name]), **_OWN.get(name, {})},
        "propertyNames": {"not": {"enum": list(NEVER[name])}},
    } | ({"allOf": rules} if rules else {})
