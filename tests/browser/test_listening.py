"""A guide is read aloud by the voice of the phone, where it has one."""

from pathlib import Path

from playwright.sync_api import Page, expect
from tests.browser.conftest import Host, Phone
from tests.conftest import ROOT, Repository, Run

from suluh.load import load_texts
from suluh.load.reader import Reader
from suluh.load.settings import load_words
from suluh.model.translation import digest

WORDS = load_words(Reader(ROOT))

VOICE = """
  window.said = [];
  window.stopped = 0;
  const voices = [{lang: "en-GB", name: "English"}];
  const speaking = {
    getVoices: () => voices,
    speak: (text) => said.push(text),
    cancel: () => { stopped += 1; said.length = 0; },
  };
  Object.defineProperty(window, "speechSynthesis", {value: speaking});
  window.SpeechSynthesisUtterance = function (text = "") { this.text = text; };
"""
"""Stands for a phone that has an English voice and no other."""


def opened(phone: Phone, site: str, route: str) -> Page:
    """Open a guide on a phone with one voice."""
    context = phone(script=True)
    context.add_init_script(VOICE)
    page = context.new_page()
    page.goto(site + route)
    return page


def test_the_key_is_there_only_where_the_phone_has_a_voice_for_the_language(phone: Phone, site: str) -> None:
    page = opened(phone, site, "")
    for code, heard in (("en", True), ("my", False), ("fil", False)):
        page.goto(f"{site}{code}/guides/unpaid-wages/")
        expect(page.locator(".listen")).to_be_visible(visible=heard)


def test_a_voice_that_comes_late_brings_the_key(phone: Phone, site: str) -> None:
    page = opened(phone, site, "my/guides/unpaid-wages/")
    page.evaluate("speechSynthesis.getVoices().push({lang: 'my_MM', name: 'Burmese'})")
    page.evaluate("speechSynthesis.onvoiceschanged()")
    expect(page.locator(".listen")).to_be_visible()


def test_without_a_voice_and_without_script_there_is_no_key(phone: Phone, site: str) -> None:
    context = phone(script=True)
    context.add_init_script("delete window.speechSynthesis; delete Window.prototype.speechSynthesis;")
    for page in (context.new_page(), phone().new_page()):
        page.goto(f"{site}en/guides/unpaid-wages/")
        expect(page.locator(".listen")).to_be_hidden()


def test_the_words_are_read_in_their_order_without_the_small_print(phone: Phone, site: str) -> None:
    page = opened(phone, site, "en/guides/unpaid-wages/")
    key = page.locator("[data-listen]")
    expect(key).to_have_text(WORDS["en"]["listen"])
    key.click()
    expect(key).to_have_text(WORDS["en"]["listen-stop"])
    said = page.evaluate("said.map((one) => [one.text, one.lang, one.voice && one.voice.name])")
    texts = [" ".join(text.split()) for text, _, _ in said]
    assert texts[0] == page.locator("h1").inner_text().replace("\n", " ")
    assert texts[1] == page.locator(".lead").inner_text()
    headings = [" ".join(text.split()) for text in page.locator("main section[id] h2").all_inner_texts()]
    assert [text for text in texts if text in headings] == headings
    assert len(set(texts)) == len(texts)
    for small in page.locator("main .law").all_inner_texts():
        assert not any(small in text for text in texts)
    assert not any(WORDS["en"]["checked-on"].partition("{")[0] in text for text in texts)
    steps = page.locator("main .steps > li strong").all_inner_texts()
    assert all(any(text.startswith(step) for text in texts) for step in steps)
    assert texts[-1] == ""  # tells when all has been said
    assert {(lang, voice) for _, lang, voice in said[:-1]} == {("en", "English")}


def test_pressed_again_it_is_silent_and_so_it_is_when_the_page_is_left(phone: Phone, site: str) -> None:
    page = opened(phone, site, "en/guides/unpaid-wages/")
    key = page.locator("[data-listen]")
    key.click()
    key.click()
    expect(key).to_have_text(WORDS["en"]["listen"])
    assert page.evaluate("said") == []
    key.click()
    page.evaluate("said[said.length - 1].onend()")
    expect(key).to_have_text(WORDS["en"]["listen"])
    key.click()
    stopped = page.evaluate("stopped")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    assert page.evaluate("stopped") == stopped + 1
    page.context.route("https://www.met.gov.my/**", lambda route: route.abort())
    assert page.evaluate("document.querySelector('.dock__leave').click(), stopped") == stopped + 2


def test_a_recording_of_a_section_is_heard_beside_it(phone: Phone, host: Host, riverside: Repository, run: Run) -> None:
    """The voice was made by a machine, for this test."""
    folder = "content/guides/unpaid-work"
    texts, _, _ = load_texts(riverside.root, "guide", "unpaid-work")
    section = texts["my"].section("today")
    assert section is not None
    riverside.write(f"{folder}/my-today.opus", VOICE_OF_A_MACHINE.read_bytes())
    known = f'text_digest: "{digest(section.markdown)}", "on": 2026-11-01, by: role:reader'
    entry = f"{{language: my, section: today, {known}}}"
    more = f"sounds: [{entry}]\ndiscreet: {{slug: n1, title: {{th: Notes}}}}\n"
    riverside.write(f"{folder}/guide.yml", riverside.read(f"{folder}/guide.yml") + more)
    done = run("build", "--root", riverside.root, "--quick")
    assert done.returncode == 0, done.stdout + done.stderr
    address = host.give(riverside.path("site"), "/lantern-with-sound/")
    for route, parts in (("my/guides/unpaid-work/", ["today"]), ("my/n1/", ["today"]), ("km/guides/unpaid-work/", [])):
        page = phone(script=True).new_page()
        said = said_by(page)
        page.goto(address + route)
        assert page.eval_on_selector_all("section:has(> audio)", "(all) => all.map((one) => one.id)") == parts
        for _ in parts:
            assert 0.5 < page.evaluate(LENGTH) < 5
        assert said == []


def said_by(page: Page) -> list[str]:
    """List what a page complains of from now on."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    return said


VOICE_OF_A_MACHINE = Path(__file__).with_name("voice.opus")
LENGTH = """() => new Promise((heard, failed) => {
  const sound = document.querySelector("audio");
  sound.onloadedmetadata = () => heard(sound.duration);
  sound.onerror = () => failed(sound.error.message);
  sound.load();
})"""
