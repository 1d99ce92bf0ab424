import pytest

from infoview.text.addresses import email, link, page_key


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ada@example.org", "ada@example.org"),
        ("  ada.park+work@mail.example.org ", "ada.park+work@mail.example.org"),
        ("mailto:ada@example.org?subject=Hi", "ada@example.org"),
        ("Ada Park <ada@example.org>", "ada@example.org"),
        ("ada@intranet", "ada@intranet"),
        ("jürgen@müller.example", "jürgen@müller.example"),
        ("o'hara@example.org", "o'hara@example.org"),
    ],
)
def test_an_address_is_read_however_it_is_wrapped(written, meant):
    assert email(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "",
        "ada",
        "ada@",
        "@example.org",
        "ada park@example.org",
        "ada@example..org",
        "ada@-example.org",
        '=HYPERLINK("http://evil.example","x")@example.org',
        "ada@example.org\r\nBcc: all@example.org",
        "<script>@example.org",
        "a" * 250 + "@example.org",
        "ada@example.org, bo@example.org",
    ],
)
def test_what_is_no_single_address_is_none(written):
    assert email(written) == ""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://www.linkedin.com/in/ada-park", "https://www.linkedin.com/in/ada-park"),
        ("HTTP://example.org/a?b=1#c", "HTTP://example.org/a?b=1#c"),
        ("www.linkedin.com/in/ada", "https://www.linkedin.com/in/ada"),
        ("linkedin.com/in/ada", "https://linkedin.com/in/ada"),
        ("example.org:8080/a", "https://example.org:8080/a"),
    ],
)
def test_a_web_address_is_offered_as_a_link(written, meant):
    assert link(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "",
        "ada",
        "javascript:alert(1)",
        "JavaScript://example.org/%0aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "vbscript:x",
        "ftp://example.org",
        "https://example.org/\"onmouseover='alert(1)'",
        "https://example.org/<b>",
        "https:// example.org",
        "java\tscript:alert(1)",
        "https://example.org/" + "a" * 3000,
    ],
)
def test_anything_but_http_is_no_link(written):
    assert link(written) == ""


@pytest.mark.parametrize(
    "written",
    [
        "https://www.linkedin.com/in/ada-park",
        "http://de.linkedin.com/in/Ada-Park/",
        "https://linkedin.com/in/ada%2Dpark/?originalSubdomain=de",
        "www.linkedin.com/in/ada-park/en",
        "https://www.linkedin.com/mwlite/in/ada-park#about",
    ],
)
def test_one_profile_page_has_one_key(written):
    assert page_key(written) == "linkedin.com/in/ada-park"


def test_two_profile_pages_have_two_keys():
    assert page_key("https://www.linkedin.com/in/ada-park-1") != page_key(
        "https://www.linkedin.com/in/ada-park-2"
    )
    assert page_key("https://example.org/ada") == "example.org/ada"
