"""What links the sender to this person: somebody who told, something of theirs, something shared?

An address found on the internet is no link, and wanting something of theirs is none.
"""

# ruff: noqa: E501 - a pattern is one line

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from infoview.coach.clauses import FIELD, NAME, Clause
from infoview.coach.grammar import Grammar
from infoview.coach.objects import read_clauses
from infoview.coach.reading import Reading, Span
from infoview.coach.vocabulary import members

_LINKS = Grammar(
    (
        # somebody told
        "<person>|@name|@field ..5-i|you|if|would|could|we|to|can <told_me> ..6-if|would me|us|i|you|your|we|should",
        "<person>|@name ..3-i|you <told_me> ..1 about|that",
        "the|a|an|my|our|who|one|another ..4-i|you|we|your told|said|mentioned|suggested|recommended|says|reckons|thinks|swears|showed|pointed|advised|gave|talks|speaks|spoke ..4-would me|us|you|your|i|that|highly",
        "told|tells|informed|assured me|us|my",
        "^ mentioned|said|suggested|recommended|says ..3 you|your",
        "speak|talk|rave|spoke|talked|speaks|talks|raves|talking|raving|speaking ..1-i|to|with about|of|highly ..2 your|you",
        "use|mention|give ..1 his|her|their name",
        "understand|hear|gather|know|learned|learnt|heard ..1 from|through|via ..2 @name|<person>",
        "your name !is|was|here",
        "we|both ..6-could|can|might|may|would|if same|belong",
        "how i come|came ..3 write|writing|you|your",
        "@link",
        "it|this is ..2-a from the|your|our ..4",
        "its ..2 from the|your ..4",
        "student|graduate|graduates|alum|grad|from|at|of|senior|junior ..1 from|of|at|in? your|our college|university|school|department|village|hometown|town|batch|choir|class|alma|parish|club",
        "same ..5 as you|yours",
        "i|we ..2 was|am|were|been|got ..2 told|referred|given|pointed|directed|advised|recommended|introduced|encouraged|nudged|sent",
        "referred|recommended|introduced|sent|directed ..3 by|via|through !you",
        "on|at|by|from|upon|following ..2 recommendation|suggestion|advice|referral|introduction|urging ..1 of|from|by|@name",
        "'s suggestion|recommendation|advice|introduction",
        "mutual friend|contact|connection|acquaintance|colleague|friends",
        "<person>|@name ..5-i|you|me works|worked|studies|studied|served|sails|sailed|sings|sang|rowed|plays|played|lives|trained|trains|swears|lists|mentions|names|knows|knew|taught ..3 you|your|yours",
        "friend|shipmate|colleague|labmate|student|neighbour|customer|client|patient|classmate|teammate|alumna|alumnus|tenant|pupil|trainee|apprentice of yours",
        "i hear|gather|understand ..3 you|your",
        "word is ..1 you",
        # the name, the address
        "gave|given|passed|got|get|have|had|obtained|received|found|took|handed|getting ..4-to|would|could your ..1 <contact_noun>",
        "your <contact_noun>|business ..1 was|were|is|from|came|keeps|appears|cropped|appeared|through|via|popped",
        "came to know",
        # saw, read, heard something of theirs
        "i|we|have|after|having|by|since|while|and|just|recently|when|^ ..3-to|would|could|can|may|might|will|should|if|how|who|let|hope|hoping|wish|want|need|think|like <saw> ..8-how|if|to|would|hope|back|from|email|who you|your|yours|@field !<field_noun>",
        "i|we|have|after|having|and|just|recently|^ ..3-to|would|could|can|may|might|will|should|if|how|who|let|hope|not <saw_only> ..4-if|would|to|hope|back|industry|market|field @name|@field|<made_by_them>|advertisement|advert|posting",
        "<saw_only> ..4 on|in|at|through|via ..4 <link_place>",
        "on|via|through|from|in|at|into ..5-connect|post|apply|job|jobs <link_place> ..2 is|and|was where",
        "found|find|met|saw|seen|noticed|came ..6 on|via|through|from|in|at ..4-internet|google <link_place>",
        "through|via|from ..1 the|our|your ..4 alumni|directory|<link_place>",
        "<heard> you",
        "heard|saw|read|found|watched|met|loved|enjoyed|attended ..1-to your",
        "piece|article|story|report|feature|profile|film|segment about|on|of you|your",
        "been ..2 following|reading|using|admiring|listening|watching ..4 you|your|@name|@field|to",
        "your !<field_noun> ..6 caught|impressed|delighted|amazed|intrigued|struck|made|helped|stayed|changed|inspired|taught|moved|gave|got|kept|stood|resonated|convinced|sent|set|stuck|is|was|has|had|on|hangs|fed|woke ..3 me|my|us|our",
        # shared
        "we ..3 both|shared|share|met|spoke|talked|chatted|worked|studied|connected|sat|overlapped|exchanged|served|sang|rowed|played|attended|went|trained|sailed|danced|lived|graduated|marched ..2",
        "fellow|another ..3 <degree>|@hand|<calling>|@name|@field|member|native|townsman|alum|veteran|volunteer|tiger",
        "same ..4 as you|yours",
        "like you !could|can|will|to",
        "you and i|me",
        "you and my ..3 worked|work|went|sang|sing|rowed|played|play|served|sailed|studied|trained|shared|share|know|knew|grew",
        "my ..3 and you ..1 worked|work|went|sang|sing|rowed|played|play|served|sailed|studied|trained|shared|share|know|knew|grew",
        "remember|recall|recognise me|us|my|our|that|the",
        "you ..2 may|might|will|probably ..1 not? remember|recall",
        "our ..3 conversation|chat|call|class|course|school|choir|meeting|university|college|discussion|exchange|paths|company|parish|village|club|street|supervisor|professor|batch|alma|hometown|town|regiment|exchange|team ..2",
        "meet|met|meeting|speaking|talking|chatting|sitting with|you ..1 at|in|during|on|last|after|when|briefly|yesterday",
        "was|been|^|had|so|enjoyed ..3 nice|great|good|lovely|pleasure|honour|enjoyed|fun ..3 meeting|speaking|talking|chatting|connecting|meet|met",
        "thank|thanks ..3 for connecting|accepting|speaking|talking|meeting|coming|visiting|your talk|presentation|visit|lecture|session",
        "thanks|thank ..4 for ..2 talk|presentation|visit|lecture|session|connecting|accepting|article|newsletter",
        "also ..3 from|went|studied|studying|attended|graduated|alumnus|alumna|alum|alumni|alumn",
        "alumni network|directory|database|community|connection|association|page|map|list|app|platform",
        "next|across|opposite|beside|doors ..1 to|from you|your",
        "both of you|us ..2",
        "my|our ..6-i|if|would|hope|could|questions|conversation|chat|time from|with|for|by|under|at you !about|to|on|in|and|because",
        "together ..2 at|in|on",
        "walk|drive|cycle|pass|live|sit|work ..1 past|by|near|above|opposite|next ..1 your|you",
        "since|after|when|as|from ..1 we|our ..3 met|meeting|talked|spoke|chat|conversation|connected|worked|studied|call|time|served",
        "<admire> ..3-to your|you !<mail_noun>|to|and|about|are|would|could|can|for|so",
        "<admire> ..5-to @name|@field ..1 's !<mail_noun>|culture",
        "reader|user|fan|listener|customer|subscriber|readers|fans|drawn|fascinated|inspired|admirer ..2 of|to|by ..2 your|@name|@field !'s",
        "<admire> ..2 the work|way|path|project|projects|bread ..3 you|your|@name|@field",
        "connected to|with|on|through|via ..2 you|linkedin",
        "i ..3 your ..3 <customer>",
        "been|was|am ..3 customer|patient|student|pupil|reader|listener|subscriber|user|regular|tenant|member ..2 of|at|in|for your|yours|you",
        "one|two|three|both|several|some|all of your",
        "there is|was a|an ..4 @post ..2 at|in|with|on",
    )
)


@lru_cache(maxsize=1)
def how_found(reading: Reading) -> Span | None:
    """Find the first link to this person: a referral, something seen or heard, something shared."""
    return next((found for sentence in reading.purpose for found in _links(sentence)), None)


def shows_link(sentence: Span) -> bool:
    """Tell whether a sentence names a link to somebody."""
    return any(_links(sentence))


def names_a_detail(sentence: Span) -> bool:
    """Tell whether a sentence names something this person did, made or said."""
    return any(
        _DETAILS.first(clause) or _you_did(clause) or _something_of_yours(clause)
        for clause in read_clauses(sentence)
    )


_DETAILS = Grammar(
    (
        "your|@name ..4 <made_by_them> !in|at|and|is|was|looks|seems|caught|really|very",
        "<told_me> ..6 you|your",
        "you ..2 both|also",
        "the|a ..5 you <past_of_you>",
        "<saw_only> ..3 you ..2 on|at|in",
        "our|we ..2 both|same|paths|class|met|spoke|shared",
        "same ..4 as you",
        "yours is ..4",
    )
)


def _links(sentence: Span) -> Iterator[Span]:
    for clause in read_clauses(sentence):
        found = _LINKS.first(clause) or _you_did(clause) or _something_of_yours(clause)
        if found and not _address_on_the_internet(clause):
            yield clause.span(sentence, *found)


def _address_on_the_internet(clause: Clause) -> bool:
    return "<internet>" in clause.present and not {"<made_by_them>"} & clause.present


def _you_did(clause: Clause) -> tuple[int, int] | None:
    """`You mended the tower clock`, `that you run the ferry`: what this person did or does, as a statement."""
    words = clause.words
    if clause.question and not members("statement_spoilers").isdisjoint(words[:2]):
        return None
    for place, word in enumerate(words[:-1]):
        if word != "you":
            continue
        verb = place + 1
        while (
            verb < len(words) - 1 and "<adverb>" in clause.at[verb] and "<past_of_you>" not in clause.at[verb]
        ):
            verb += clause.at[verb]["<adverb>"]
        done = "<past_of_you>" in clause.at[verb] or (
            words[verb].endswith("ed") and "<not_done>" not in clause.at[verb]
        )
        asked = not members("statement_spoilers").isdisjoint(words[:place])
        told = clause.embedded and place < _LATE
        if done and not asked and not told and "<not_done>" not in clause.at[verb]:
            return place, verb + 1
    return None


_LATE = 4
"""In a clause that tells what or how, `you did` says what it is only further on: `What stayed is the map you drew`."""


_EVERYBODYS = frozenset(("profile", "bio", "page", "website", "site"))


def _something_of_yours(clause: Clause) -> tuple[int, int] | None:
    """`Your eels at the market`, `your pupil Mina`: something of theirs that the sender names."""
    words = clause.words
    if clause.question or clause.embedded or not {"you", "your", "yours"} & clause.present:
        return None
    for place, word in enumerate(words[:-1]):
        if (
            word == "your"
            and members("wish_spoilers").isdisjoint(words[:place])
            and not {"<mail_noun>", NAME, FIELD} & clause.at[place + 1].keys()
        ):
            return place, place + 2
    for place, word in enumerate(words[:-1]):
        shown = any(
            "<made_by_them>" in clause.at[ahead] and words[ahead] not in _EVERYBODYS
            for ahead in range(place + 1, min(place + 4, len(words)))
        )
        if word == "your" and shown and members("asking").isdisjoint(words[:place]):
            return place, place + 2
    return (0, 1) if words[0] == "yours" and words[1:2] == ["is"] else None
