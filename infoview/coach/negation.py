"""What a phrase stands under: a `not`, a quotation, somebody else's story."""

from __future__ import annotations

from infoview.coach.reading import Span, pattern

_CLAUSE_END = pattern(
    r"[;:—]| - |, (?:but|and|so|just|only|yet|rather|please|i|it|my|we|this)\b"
    r"|\b(?:but|however|although|though|because) "
)
_NOT = pattern(
    r"\b(?:not|never|no|nor|neither|without|rather than|instead of|isn't|aren't|won't|don't|doesn't|wasn't"
    r"|wouldn't|rather\b[^;:]{0,100}\bthan|can't|cannot|no longer|nothing to do with|far from)\b"
)
_NOT_A_NO = pattern(
    r"not only|not just|not sure (?:if|whether|about)|(?:don't|do not|not) know (?:if|whether|of|about)"
    r"|(?:don't|do not) (?:hesitate|mind)|no doubt|why not|not to mention|can't wait|cannot wait"
    r"|couldn't help|can't help|if not|or not|not (?:yet )?(?:had|heard|seen|found|been able)"
    r"|haven't (?:yet )?(?:had|heard|seen|found|been able)|no matter|may not|might not"
    r"|(?:won't|wouldn't|couldn't|can't|don't) (?:you|we|it)\b"
)
_QUOTATION = pattern(r'"[^"]{1,300}"')


def is_denied(sentence: Span, start: int) -> bool:
    """Tell whether the words at a place in a sentence stand under a `not` of their own clause."""
    before = sentence.text[:start]
    ends = [found.end() for found in _CLAUSE_END.finditer(before)]
    clause = before[ends[-1] if ends else 0 :]
    return bool(_NOT.search(_NOT_A_NO.sub(" ", clause)))


def is_quoted(sentence: Span, start: int) -> bool:
    """Tell whether a place in a sentence lies inside a quotation, which is not the writer's own wish."""
    return any(found.start() < start < found.end() for found in _QUOTATION.finditer(sentence.text))
