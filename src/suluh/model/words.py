"""The words of the interface that a site must have in every language."""

from collections.abc import Mapping

Words = Mapping[str, str]

_NAMES = (
    "skip language choose-language other-languages get-help leave leave-note keep-nothing about privacy safety "
    "volunteers what-happened more guides guides-note directory directory-note campaigns campaigns-note search "
    "search-note as-at review-due source checked-on domestic-no domestic-part domestic-yes domestic-unknown "
    "borrowed machine stale read-in organisations-that-help directory-intro directory-count kind-union kind-cso "
    "kind-fbo kind-cbo kind-network kind-government kind-embassy kind-international listed-unverified verified-on "
    "disputed closed offers place-other also-known-as no-contact entry-source jump-to previous-page next-page "
    "lines call hours cost-free cost-local cost-mobile cost-premium cost-unknown line-uncalled state-scheduled "
    "state-live state-paused state-delivered state-answered state-won state-partly_won state-lost state-closed "
    "state-archived asks outcome-open outcome-promised outcome-partly_won outcome-won outcome-rejected "
    "outcome-overtaken what-can-i-do for-worker for-family for-ally for-organisation for-employer risk-0 risk-1 "
    "risk-2 risk-3 needs-organiser who-decides left-out covered-yes covered-no covered-part covered-unknown "
    "history promises promise-kept promise-not_kept promise-late promise-open no-endorsers endorsers search-label "
    "search-button search-count search-none search-wait search-failed search-needs-script not-found-title "
    "not-found-text home law-changed covers laws laws-note law-official law-used-in tools tools-note "
    "tools-letters tools-calculators tools-cards a-pathway a-pathway-note a-letter a-calculator a-card quiet-page "
    "take-away take-pdf take-file listen listen-stop send send-quiet send-open send-whatsapp send-mail send-more "
    "send-code copy copied print wrong wrong-note wrong-text wrong-way wrong-issue stood-down pathway-how "
    "go-to-step go-on back start-over print-all which-day how-much letter-own letter-paper too-long "
    "card-no-shield card-front card-back card-paper calculator-needs-script calculator-result calculator-example "
    "calculator-rates calculator-since find find-note find-need find-place find-language find-kind find-people "
    "find-any find-count find-none find-unknown find-clear find-more find-share find-nothing-kept "
    "find-needs-script by-place by-language map-of-places map-somebody map-nobody based-here reaches-here "
    "nobody-here answers-in any-language language-unknown languages-spoken languages-not-known open-now "
    "closed-now first-of-all who-for not-for front-door front-door-unknown bring no-papers email website "
    "save-contact last-checked sure-unverified sure-verified sure-disputed sure-closed member-of members "
    "signed-campaigns related-guides gone gone-text gaps gaps-note figure-share figure-report figure-table "
    "figure-csv figure-few figure-yes figure-no age-year age-three age-older data changes-feed change-edited "
    "change-checked change-gone route-memorandum route-house paper-no paper-name paper-area paper-date paper-sign "
    "paper-holder paper-read paper-purpose paper-seen paper-destroy paper-strike paper-only paper-photo "
    "paper-code paper-free paper-fold paper-resolution paper-resolved paper-organisation paper-present paper-for "
    "paper-against paper-behalf paper-role paper-signature paper-no-list paper-shown paper-scan paper-never "
    "paper-press paper-since paper-due paper-people paper-few paper-goal paper-sources paper-genuine paper-as-of "
    "stories stories-note days days-note verify verify-note verify-never verify-how verify-list verify-signed "
    "verify-unsigned verify-command code calendar still-left-out other-site collects-name collects-email "
    "collects-phone collects-address collects-country next-read next-share next-tell next-letter next-call "
    "next-paper next-sign_on next-external progress-people progress-goal progress-as-of progress-stale "
    "progress-how channel-paper channel-meeting channel-letters cancelled happenings happening-where updates "
    "promise-due promise-planned promise-coming now-scheduled now-paused now-answered now-won now-partly_won "
    "now-lost now-closed now-archived waiting ended-done ended-overtaken ended-merged ended-duplicated "
    "ended-unsafe ended-no_capacity follow-up unnamed-endorsers share share-note share-care share-messages "
    "share-pictures share-files share-embed share-embed-note message-short message-story message-question "
    "picture-wide picture-square picture-story bundle-pack bundle-embed press embed-card embed-frame read-on "
    "made-on write-letter letter-two letter-choose letter-own-words letter-mail letter-gmail make-call "
    "office-unknown by-post sign-on sign-on-how sign-on-public sign-on-to sign-on-subject sign-on-text "
    "sign-on-nowhere kit kit-note kit-how kit-sheets kit-none kit-sheet kit-sheet-note kit-slips kit-slips-note "
    "kit-resolution kit-resolution-note kit-poster kit-poster-note kit-holder kit-destroyed bill-note bill-stages "
    "campaigns-feed gone-story gone-story-text story-teller story-name story-country story-sector story-theme "
    "story-language story-sound story-altered story-consent story-not-sent stories-all stories-country "
    "stories-sector stories-theme stories-none stories-how stories-how-1 stories-how-2 stories-how-3 "
    "stories-how-4 stories-how-5 "
    "stale-minor stale-critical stale-borrowed machine-hidden tool-withdrawn community-checked translations "
    "translations-note translations-count translations-checked translations-latest translations-never "
    "translations-parts translations-most translations-all text-missing text-machine text-draft text-reviewed "
    "text-community-checked text-stale-minor text-stale-material text-stale-critical text-withdrawn "
    "help-translate help-translate-text help-translate-file other-letters search-latin"
)
_PLACEHOLDERS: Mapping[str, tuple[str, ...]] = {
    "as-at": ("date",),
    "review-due": ("date",),
    "checked-on": ("date",),
    "borrowed": ("language", "other"),
    "stale": ("other",),
    "read-in": ("other",),
    "directory-count": ("count",),
    "listed-unverified": ("year",),
    "verified-on": ("date",),
    "search-count": ("count",),
    "law-changed": ("date",),
    "wrong-text": ("address", "date"),
    "go-to-step": ("number",),
    "calculator-since": ("date",),
    "find-count": ("count",),
    "answers-in": ("language",),
    "sure-unverified": ("year",),
    "sure-verified": ("date",),
    "route-house": ("house",),
    "paper-destroy": ("date",),
    "paper-behalf": ("count",),
    "paper-since": ("date",),
    "paper-due": ("date",),
    "paper-people": ("date", "count"),
    "paper-goal": ("count", "date"),
    "paper-genuine": ("code",),
    "paper-as-of": ("date",),
    "progress-people": ("count",),
    "progress-goal": ("count", "date"),
    "progress-as-of": ("date",),
    "waiting": ("date", "count"),
    "unnamed-endorsers": ("count",),
    "made-on": ("date",),
    "letter-two": ("language",),
    "sign-on-text": ("campaign",),
    "kit-holder": ("name",),
    "kit-destroyed": ("date",),
    "stale-minor": ("other",),
    "stale-critical": ("other", "other"),
    "stale-borrowed": ("other",),
    "machine-hidden": ("other",),
    "tool-withdrawn": ("language", "other"),
    "community-checked": ("language",),
    "translations-note": ("language",),
    "translations-count": ("count", "total"),
    "translations-checked": ("count", "total"),
    "translations-latest": ("date",),
    "text-stale-critical": ("other",),
    "help-translate": ("language",),
    "other-letters": ("name",),
    "search-latin": ("example",),
}

KEYS: Mapping[str, tuple[str, ...]] = {name: _PLACEHOLDERS.get(name, ()) for name in _NAMES.split()}
"""Each key with the placeholders its text holds."""
