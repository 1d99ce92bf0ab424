"""HTML is made in one place, and nothing typed or imported gets through it as anything but text."""

import pytest

from workbook.markup import Html, escape, html, link, markdown, prose, safe_href

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "</p><iframe src=//example.org>",
    "&lt;b&gt; & {curly} {0} %s",
]


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_somebody_typed_is_shown_and_never_run(typed):
    made = html('<p title="{title}">{text}</p>', title=typed, text=typed)
    inside = made.removeprefix('<p title="').removesuffix("</p>")
    assert "<" not in inside.replace('">', "", 1)
    assert made.count('"') == 2
    assert "'" not in made


@pytest.mark.parametrize("typed", HOSTILE)
def test_escaped_text_reads_as_it_was_typed(typed):
    from html import unescape

    assert unescape(escape(typed)) == typed


def test_html_made_here_goes_in_as_it_is_and_lists_are_joined():
    names = [html("<li>{name}</li>", name=name) for name in ("Ada", "B&B")]
    assert html("<ul>{names}</ul>", names=names) == "<ul><li>Ada</li><li>B&amp;B</li></ul>"


def test_a_list_of_plain_texts_is_escaped_piece_by_piece():
    assert html("{parts}", parts=["<b>", Html("<i>")]) == "&lt;b&gt;<i>"


def test_nothing_is_shown_for_nothing():
    assert html("<p>{gap}</p>", gap=None) == "<p></p>"


def test_a_format_is_applied_before_escaping():
    assert html("{share:.0%}", share=0.25) == "25%"


def test_html_joined_to_plain_text_is_plain_text_again():
    assert not isinstance(Html("<b>") + "<i>", Html)
    assert escape(Html("<b>") + "<i>") == "&lt;b&gt;&lt;i&gt;"


def test_a_conversion_is_refused():
    with pytest.raises(ValueError, match="conversions"):
        html("{name!r}", name="Ada")


@pytest.mark.parametrize(
    "address",
    ["https://www.linkedin.com/in/ada-park", "http://example.org", "mailto:ada@example.org", "HTTPS://A.org"],
)
def test_safe_addresses_become_links(address):
    made = link(address, "Ada")
    assert made.startswith(f'<a href="{address}"')
    assert 'rel="noopener noreferrer"' in made


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "\u200bjavascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "file:///etc/passwd",
        "//example.org",
        "www.example.org",
        "http://[broken",
        "",
    ],
)
def test_other_addresses_stay_text(address):
    assert safe_href(address) == ""
    assert "<a" not in link(address, "Ada")


def test_a_link_without_a_label_shows_its_address():
    assert ">https://example.org</a>" in link("https://example.org")


def test_a_quote_in_an_address_cannot_end_its_attribute():
    assert link('https://example.org/" onclick="alert(1)', "x").count('"') == 6


def test_markdown_shows_raw_html_and_drops_dangerous_links():
    made = markdown("# Ask\n<img src=x onerror=alert(1)>\n\n[click](javascript:alert(1))")
    assert "<h1>Ask</h1>" in made
    assert "<img" not in made
    assert "javascript:" not in made


def test_prose_takes_no_plain_text():
    with pytest.raises(TypeError):
        prose("<b>Ada</b>")
    assert prose(html("<b>{name}</b>", name="Ada")).value == "<b>Ada</b>"
