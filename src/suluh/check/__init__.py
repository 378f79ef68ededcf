"""Rules over `Site`. A rule is a generator of problems; its docstring is the rule."""

from collections.abc import Callable, Collection, Iterator
from datetime import date

from suluh.check import (
    acting,
    calculators,
    campaigns,
    days,
    directory,
    facts,
    freshness,
    gathering,
    glossary,
    guides,
    languages,
    paper,
    pathways,
    references,
    reports,
    safety,
    stories,
    targets,
    tools,
    translations,
    wording,
    writing,
)
from suluh.model.originals import short_originals, words_originals
from suluh.model.output import Runs
from suluh.model.site import Site
from suluh.problem import Place, Problem

__all__ = [
    "OF_TEXTS",
    "RULES",
    "check",
    "check_texts",
    "check_translations",
    "check_units",
    "wrong_translation",
]

Rule = Callable[[Site, date], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    languages.languages_are_named_once,
    languages.days_can_be_written,
    languages.fallbacks_are_languages_of_the_site,
    languages.words_are_complete,
    languages.texts_are_in_known_languages,
    languages.texts_have_the_source_language,
    references.names_are_ids,
    references.pages_are_pages_of_the_site,
    references.records_name_what_exists,
    references.prose_names_what_exists,
    references.laws_do_not_refer_in_a_circle,
    facts.values_fit_their_kind,
    facts.values_follow_each_other,
    facts.values_end_when_they_say,
    facts.numbers_belong_to_a_country,
    facts.facts_in_use_have_a_value,
    facts.limits_have_a_value,
    facts.placeholders_name_values,
    facts.grade_a_has_two_sources,
    facts.statements_of_law_are_cited,
    facts.amounts_come_from_facts,
    translations.guides_have_their_sections,
    translations.sections_match_the_source,
    translations.sections_refer_to_the_same,
    translations.heads_refer_to_the_same,
    translations.short_texts_refer_to_the_same,
    freshness.guides_are_read_again_in_time,
    freshness.guides_follow_the_law,
    freshness.campaigns_are_read_again_in_time,
    freshness.targets_are_checked_in_time,
    freshness.lines_are_checked_in_time,
    directory.verified_means_verified,
    directory.nothing_is_checked_in_the_future,
    directory.community_groups_have_no_place,
    directory.contact_is_whole,
    directory.a_number_belongs_to_one,
    directory.networks_have_members,
    directory.what_is_gone_stays_gone,
    directory.languages_are_known,
    directory.hours_end_after_they_begin,
    reports.one_report_is_compared,
    reports.reports_add_up,
    reports.reports_single_nobody_out,
    safety.text_holds_no_html,
    safety.links_lead_where_they_may,
    safety.text_holds_no_hidden_characters,
    safety.words_are_in_one_script,
    safety.nothing_points_to_a_hiding_place,
    safety.only_green_entries_hold_contact,
    safety.who_withdrew_is_taken_out,
    guides.dangerous_guides_have_a_quiet_page,
    guides.what_is_sent_is_short,
    pathways.steps_fit_their_kind,
    pathways.pathways_lead_to_an_end,
    pathways.outcomes_lead_to_help,
    pathways.pathways_pass_their_own_tests,
    guides.recordings_say_what_is_written,
    tools.texts_have_their_sections,
    tools.letters_say_the_same_in_every_language,
    tools.cards_are_short,
    calculators.calculators_do_sums_that_exist,
    calculators.calculators_have_the_rates_of_their_sum,
    calculators.calculators_say_their_values,
    campaigns.states_follow_each_other,
    campaigns.states_begin_in_their_order,
    campaigns.nothing_is_told_before_it_happens,
    campaigns.won_means_won,
    campaigns.outcomes_are_known,
    campaigns.what_follows_comes_after_the_end,
    campaigns.a_petition_names_its_house,
    campaigns.ids_stand_once,
    campaigns.events_have_whole_hours,
    acting.risky_actions_have_an_organiser,
    acting.workers_are_offered_something_safe,
    acting.what_is_done_elsewhere_is_known,
    acting.actions_have_what_they_need,
    acting.letters_go_to_a_target,
    gathering.tallies_belong_to_a_campaign,
    gathering.counts_are_counts,
    gathering.batches_are_counted_once,
    gathering.no_fewer_than_nobody_is_counted,
    gathering.goals_are_not_moved_in_silence,
    gathering.endorsers_sign_once,
    gathering.sheets_are_destroyed_in_time,
    targets.contacts_fit_their_kind,
    targets.offices_are_no_private_persons,
    targets.targets_are_not_checked_in_the_future,
    targets.offices_close_after_they_open,
    days.days_are_days_of_the_year,
    wording.campaigns_have_their_sections,
    wording.asks_are_the_same_in_every_language,
    wording.campaigns_fit_where_they_are_shown,
    wording.messages_can_be_sent,
    wording.letters_are_plain,
    stories.stories_are_published_with_consent,
    stories.consents_begin_before_they_end,
    stories.ended_stories_are_deleted,
    stories.stories_that_are_gone_stay_gone,
    stories.stories_are_looked_at_in_time,
    stories.faces_and_voices_are_covered,
    stories.media_are_what_they_say,
    stories.stories_speak_in_agreed_languages,
    stories.stories_name_what_exists,
    stories.stories_have_one_section,
    writing.texts_are_written_in_unicode,
)


OF_TEXTS: tuple[Rule, ...] = (
    languages.texts_are_in_known_languages,
    languages.texts_have_the_source_language,
    references.pages_are_pages_of_the_site,
    references.prose_names_what_exists,
    facts.facts_in_use_have_a_value,
    facts.placeholders_name_values,
    facts.statements_of_law_are_cited,
    facts.amounts_come_from_facts,
    translations.guides_have_their_sections,
    translations.sections_match_the_source,
    translations.sections_refer_to_the_same,
    translations.heads_refer_to_the_same,
    freshness.guides_follow_the_law,
    safety.text_holds_no_html,
    safety.links_lead_where_they_may,
    safety.text_holds_no_hidden_characters,
    safety.words_are_in_one_script,
    guides.recordings_say_what_is_written,
    tools.texts_have_their_sections,
    tools.letters_say_the_same_in_every_language,
    tools.cards_are_short,
    calculators.calculators_say_their_values,
    wording.campaigns_have_their_sections,
    wording.asks_are_the_same_in_every_language,
    wording.campaigns_fit_where_they_are_shown,
    wording.messages_can_be_sent,
    wording.letters_are_plain,
    stories.stories_have_one_section,
    writing.texts_are_written_in_unicode,
)
"""The rules that look at long texts. They are held against each part of a site by itself."""


def check(site: Site, today: date, icons: frozenset[str], signs: Runs = ()) -> list[Problem]:
    """Hold every rule against a site, as it is read on a day; `icons` exist, and fonts have the `signs`."""
    found = [problem for rule in RULES for problem in rule(site, today)]
    found += [*references.icons_exist(site, icons), *paper.fonts_have_every_script(site, signs)]
    return [*found, *paper.fonts_have_every_sign(site, signs)]


def check_texts(site: Site, today: date, signs: Runs = ()) -> list[Problem]:
    """Hold the rules on long texts against a part of a site."""
    found = [problem for rule in OF_TEXTS for problem in rule(site, today)]
    return [*found, *paper.fonts_have_every_sign(site, signs)]


def check_translations(site: Site) -> list[Problem]:
    """Hold the rules on translations that look at a whole site at once."""
    return [*glossary.glossary_is_followed(site), *translations.backs_are_of_what_is_written(site)]


def check_units(site: Site, known: Collection[str]) -> list[Problem]:
    """Hold what is known of translations against the keys of all texts."""
    short = {one.key for one in words_originals(site)} | {one.key for one, *_ in short_originals(site)}
    return list(translations.units_name_what_exists(site, {*known, *short}))


def wrong_translation(
    script: str, original: tuple[str, Place], text: str, said: str, place: Place
) -> Iterator[Problem]:
    """Tell what is wrong with one translation, held against its original and where that stands; `said` names it."""
    yield from translations.differences(original[0], text, said, place, original[1])
    yield from writing.wrong_writing(script, text, place)
