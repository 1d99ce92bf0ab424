"""Does the draft ask for a job? The word is not the offence; the wish is.

An ask is an act with an object. The acts: a question, an imperative, a wish, an offer of oneself, being
available, speaking for a third person. The objects: a post, being taken on, one's own papers, somebody's good
word. The tables below join them, once for all kinds of messages and for questions; the words for each stand
in `content/coach_signs.toml`. What a clause tells (`how hiring works`), denies or quotes is no ask.
"""

# ruff: noqa: E501 - a pattern is one line

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from infoview.coach.advice import Advice, Severity
from infoview.coach.clauses import FIELD, Clause
from infoview.coach.draft import DraftKind
from infoview.coach.grammar import Grammar
from infoview.coach.hearing import DOUBTED, LIKELY, PLAIN, SURE, likeliest
from infoview.coach.meeting import meeting_request
from infoview.coach.negation import is_denied
from infoview.coach.objects import read_clauses
from infoview.coach.reading import Reading, Span
from infoview.coach.remark import remark
from infoview.coach.resume import attachments

POSTS = (
    "<inquiry> ..6-i|people|beginners|how|hire|<generic>|describe|tell|other <have> ..6-no|not|how|if|about|or|your @post !<generic>|or|<field_word>",
    "<inquiry> ..4-i there ..6-<generic>|enough|other|such|that|who|about|you @post",
    "any ..4-other|time|in|your|how|advice|questions|<generic> @post",
    "what|which ..2-kind|other|your|entry @post ..2 you|they ..2 have|offer",
    "what|which ..2 @post ..1 is|are ..2 open|available|vacant|free|going",
    "what|how about a|an|the|some ..3 @post|<seat>",
    "is|are ..6-i|people|<generic>|how @post|@theirpost ..2 open|available|vacant|free|going|taken|advertised",
    "work|job|something|anything|opening|shift|shifts|hours|assignment|assignments ..1 for <me>|my !to|read|talk|discuss",
    "have|has|got|any|find|is|be ..2 use|need ..1 for ..2 <me>|@hand !to",
    "any|some|spare|supernumerary|extra|free|vacant ..2 places|seats|spots|berths|posts !in+the+audience|at+the+table|to",
    "a|any|some|have|has|had|find|be|got|there|enough|more|make|spare|no ..2-the|right <seat> ..2-right for ..3 @hand|<me> !to|at+your+table|in+your+diary|on+the+list",
    "anything|something ..2 going|available|open|vacant|junior|suitable",
    "<inquiry> ..4 anything|something ..2 for ..3 me|him|her|@hand|people|someone",
    "<inquiry> ..4 <get_job> me|him|her|us ..4 @post|<seat> !to|with",
    "give|giving|offer|offering|find|finding|get|getting ..1 me|him|her|us ..3 @post|start|trial|try|break|shifts|hours|employment",
    "give|giving|allow|grant|offer ..1 me|him|her|us ..1 a|the|one|any chance|opportunity|shot|go !to+talk|to+speak|to+meet|to+ask|to+hear|to+learn|to+interview|to+discuss|to+chat|to+listen|to+tell|to+explain|to+see|to+visit|to+understand",
    "give|giving|allow|grant|offer ..1 me|him|her|us ..1 a|the|one|any chance|opportunity to ..1 <work_verb>|<join>|prove|show|contribute",
    "<will> ..5-about|how|your|that|who|what|people|speak|talk|<learning> @post ..5-how|who <at> you|your|@name|yours|<org> !<field_noun>",
    "<will>|<seek>|request|requesting ..3-how|your|that|who|what|people|jobs|<learning> ..2-about|how|who|your|<learning> @post ..2 <at> you|your|@name|yours !<field_noun>",
    "discuss|explore|exploring|inquire|enquire|inquiry|enquiry ..4-how|your|jobs|my|<learning> @post ..4-how <at> you|your|@name|yours !<field_noun>",
    "writing|contacting|contact|out|email|touch|inquire|enquire|ask|asking|inquiring|enquiring ..3 about|regarding|concerning|for|re|to ..5-your|how|my|if|<learning> @post",
    "i|am|we|currently|just|and ..4-how|would <seek> ..6-your|how|about|in @post ..4-how <at> you|your|@name|yours !<field_noun>",
    "i|^ ..2-not|you need|want ..3 @post|work",
    "chance|chances|possibility|prospect|hope of ..2 getting|finding|landing|obtaining|a|an|any|some|@post ..3 @post|hired|work|taken",
    "interest|interested|keen|excited|enthusiastic|thrilled ..3-how|your in|about|on|for ..1 the|this|that|any|your|a|an|these ..5-you|your|how|field|my @post !you|exists",
    "interest|interested|keen|eager|passionate ..3 in|on|about|at ..1 joining|working|interning|volunteering|applying|becoming|contributing|being ..5-how|field your|you|@name|team|part|post",
    "stand|have|had|got ..1 a|any|no|some chance !to|encounter",
    "at|to your ..1 disposal|disposition|service !station",
    "a|any|some|have|find|spare <seat> ..4-on|read|ask|say|learn for him|her|<me> !to|at+your+table",
    "<seat> ..4 found|made|spared ..2 for <me>|him|her",
    "say the word",
    "tell me ..2 day|date|when ..2 to report|start|begin|come",
    "foot in the door",
    "in|fill|into his|her|their|'s shoes",
    "take|do|accept ..2 anything|whatever ..2 there|here|going|you",
    "give|giving|gave ..4-you|your|i a|the|any|another chance|trial|try|start|break|shot|foothold !to|for+questions",
    "harm|objection|problem|objections in|to|with ..1 my|me <work_verb>",
    "throw|throwing in my lot|hat",
    "on|onto|in your ..1 payroll|books|rota|staff",
    "nudge|press|persuade|sweeten ..2 <gate>|panel",
    "express|register|state|declare|reiterate|convey my ..2 interest|zeal|desire ..2 in|for|to ",
    "please|kindly|you|your|to|and|^|can|could|would ..2 <help_verb> ..1 <me>|him|her|my ..6-better|<learning> @post|hired|employment|foot",
    "please|kindly|you|your|to|and|^ ..2 <help_verb> ..1 <me>|him|her|my ..4 <get_job>|into|in|with|for|to ..4 @post|<seat>|hired|employed|foot|work|interview|interviews",
    "assistance|help ..4 <get_job> ..4 @post|<seat>|work",
    "is|are|be|was there ..1 a|an|any ..3 for me|him|her|us !to",
    "find|finding ..1 me|him|her|us ..2 something|anything|work|employment",
    "<seek> ..3-my|your <org>|employer ..2-where|which who|that|to|willing ..4",
    "write|do|carry|complete|make ..3 my|it|thesis|dissertation|project ..5 <at> your|@name ..2 <org>",
    "any|job|some|good|employment ..1 leads",
    "work|job|jobs|something|anything|shift|gig|crumb ..5 throw|put|send|push|steer ..2 my way",
    "do|make|spend|complete ..1 my ..2 <post> ..3 <at>|by you|your",
    "<seek>|search|searching ..2 a|an|any|some|the ..1 place|position|host|employer|sponsor|house|spot|company ..2 for ..2 my|a|an|the ..2 <post>|stage|training",
    "reserve|keep|save|hold|spare ..6 place|places|spot|seat|slot|post|position ..1 for me|him|her",
    "saw|seen|read|answering|found ..2 your|the|an ..2 ad|advert|advertisement|posting|vacancy !for+your",
    "i am your|the man|woman|girl|guy|person|right|one",
    "regarding|concerning|about|on|with my ..1 application|candidacy|candidature",
    "worth ..3 <transfer> ..4 <papers>",
    "supervise|supervising|host|hosting ..1 me|my ..3 <post>|phd|thesis|project|doctorate|stay|internship",
    "represent|signing|sign me|us !on",
    "<get_job> ..1 me ..2 interview|audition|trial",
    "<post> ..6 your|you ..6 to mind",
    "<plead> ..1 for? ..5-how|your|learn|information|advice @post",
    "<seek> ..1 articles|berth|gig|pupillage|shifts|hours|seat",
    "if|when|should|whether|whenever you ..2 hear|know|come|think|learn|get|spot|see ..2 of|about|across|wind ..2 anything|something|any|opening|openings !good+books",
    "if|when|should|whether you ..2 hear|know|spot|see ..3 anyone|someone|somebody|anybody ..2 looking|hiring|needing|needs|wanting|recruiting|short",
    "<get_job> ..3 as a|an ..3 @hand",
    "get|gets|my ..2 foot in the door",
    "there is|are ..4 @post ..8 suits|matches|fits ..1 my|me",
    "by|from ..1 @number_ !x",
    "sponsor ..3 visa|visas|me|foreign|international|my|skilled|workers",
    "looking|need|require|provide|offer|seeking ..3 sponsorship",
)
"""A post that is asked after, wished for or wanted."""

TAKING_ON = (
    "<inquiry> ..6-i|people|one|beginners|how|not|know|regret|enjoy|ever <need> ..1 a|an|another|any|some|more|extra|new|one|two|your|on|apprentice|volunteers ..3-who|that|from|to|in|of|your|for @hand !do|does|to|who|should|must|think|with|come|apply",
    "<inquiry> ..6-i|people|one|beginners|how|not|know|regret|enjoy|ever <need> @hand !do|does|should|must|think|come|to|apply",
    "<inquiry> ..6-i|people|one|how|not|regret|enjoy|ever <take_on> ..5-how|who|that|when|your|to|from @hand !do|does|should|must|day|days|evening|event|events|fair|scheme|week|weekend|meeting",
    "<inquiry> ..2 you|your|they|<org>|@name ..4-how|i|regret|enjoy|ever <hiring> !process|practice|people|decisions|manager|managers|managing|it",
    "is|are|if|whether ..1 @name|@field ..2 <hiring> !process|practice|manager|managers",
    "do|does|would|could|can|will|might you|your|<org> ..4-fewer|less|think|find|will need|want|use|take|accept|employ|hire ..2-to|from|of|in|for|the|your|my|this|that|it @hand !should|must|do|think",
    "<take_on> ..1 <me>|him !through|to|over|round",
    "<inquiry> ..5 <accept> ..1 <me>|him|her|one on|in|aboard|as|under|onto|into|with|for !coffee|tea|lunch|chat|touch|mind|minutes|person",
    "take|taking ..1 me|him|her|us|someone|somebody|my ..2 on",
    "could|can|would|will|might|may|if|whether you|they|your|<org> ..4 use <me>|him|her !name",
    "consider|considering|considered <me>|him|her ",
    "i|me|my|be|being|is|am ..2 considered|shortlisted ..1 for|to|as",
    "be|being considered",
    "<will> ..2 be ..1 one of them|those|your|these",
    "please|kindly|pray|do ..1 take|try|employ|hire|accept|use|remember|consider|adjust|absorb|accommodate|settle|fix|place|engage ..1 me|him|her|them !seriously|through|as+read|time|word",
    "please|kindly|pray ..1 remember|consider|keep ..1 my ..2 name|details|number|profile|case",
    "tell|telling ..1 them|him|her|whoever ..1 about me|my",
    "let me show|prove ..2 $",
    "<look_over>|consider|interview|take|see ..2 a|an|late|external|foreign|mature ..3 candidate|applicant|beginner|novice|outsider|newcomer !should|must",
    "^ want|need|fancy ..2 <take_on> ..4 @hand",
    "if|whether|would|could|might|can ..3 <like_me> ..2 could|would|might|may|can|fit|stand|be|is|am|are ..2 fit|help|join|contribute|add|useful|use|used|considered|wanted|welcome|employed|hired|place|chance|needed",
    "<look_over>|<take_on>|<accept>|consider|use|for ..2 <like_me>",
    "<like_me> ..2 could|might|would|may|can ..2 fit|help|join|contribute|add|be ..1 in|your|of|out|there|useful|into",
    "pair ..2 of hands",
    "extra|spare|more|another hand|hands|help",
    "you|your|<org>|they ..4 are|is|run|be|seems|seem|look|looks ..3 short ..2 of|on|handed|staffed",
    "shorthanded|understaffed",
    "if ..6-how|i|not|me you|your|they|@name ..4 <need> ..3-to|my|me|that|anything|from|in @hand !about|from|to",
    "whoever needs ..3 @hand",
    "who|that|which ..2 need|needs|wants ..3-to|my @hand",
    "put|putting|make|making <me>|him to|use work",
    "make use of me",
    "keep|keeping|kept|bear|bearing|borne|have|having|hold|holding|leave|put ..1 me|my|him|her|us|our|this ..4 <in_mind> !that|how|what",
    "think|thinking|thought of me|him|her !as|what",
    "be|being thought of",
    "remember me|my|him ..2 when|if|for|should|whenever|next",
    "let me know ..3 if|when|of|about|should|whether|once ..8-time|meet|talk|call|you|how @post|opens|anything|something !works|suits|about|i|you|to|else|that|we|changes|is|needs|goes",
    "keep|have ..2 eye|eyes|ear|ears ..1 out|open|peeled",
    "if|when|should|whenever anything|something ..1 suitable|junior|like|right|on|in|similar|relevant|fitting|small|appropriate|around ..6 <open_up>",
    "if|when|should|whenever ..6-i|you @post|<seat> ..5 <open_up>|exist|exists",
    "if|when|should|whenever anything|something ..2 <open_up> ..2 on|in|at|with|for your|you|the|me",
    "my hat in the ring",
    "<invite> ..3-informational interview|interviews !you|about",
    "look|looking at me|him !like|as",
    "see|imagine|picture|want|need|use|place ..2 <like_me> ..3 in|on|at your|the ..2 <org>",
    "tell|mention|say|telling ..2 <third> ..2 i ..2 am|can|have|would ..3 hardworking|hard|good|reliable|available|free|looking|perfect|right|experienced|honest|interested|join|start|be",
    "be ..1 interviewed|interview ..1-you|by $",
    "get|land|getting|landing|secure|securing|schedule ..1 me? ..2-informational interviews ",
    "i|me|my|us|him|her ..6 get|getting|be|being|become ..1 hired|employed|recruited",
    "start|begin|come|serve|work|join|engage|me ..1 as a|an|your ..3-phd|mentor|result|guest @hand",
    "be|become|being|becoming your ..2 student|pupil|disciple|hand|assistant",
    "i could|can|might be that|your|the ..2 person|man|woman|one|assistant",
    "open to ..2 @hand !about|who|who_want",
    "be|become|being|becoming your|a|an ..3 intern|apprentice|trainee|assistant|employee|pupil|hire|runner|understudy|deckhand|volunteer !and|but|in",
    "<take_on_board>",
    "take|taking|accept|accepting|admit|train|welcome|welcoming|receive|receiving|hosting|host <me>|him|her ..3 in|as|for|on|at ..2 @post|<seat>|<hand>|alternance|stage",
    "<seek>|search|seeking ..2 a|an|some ..2 <org>|employer|host|house|place|patron ..2 to|for|where|who|that|willing",
    "i|me|he|she ..4 do|make|spend|complete|pass|serve|carry|finish ..1 my|his|her|a|the|an ..3 <post>|<seat>|time|articles|training|weeks|months ..6 <at> you|your|yours",
    "you|your ..2 <org> ..2 would be ..1 my first|dream|ideal choice|place|<org>",
    "free|available ..4 if you want|need|like ..1 somebody|someone|a|an|help|hand",
    "if you ..3 want|need|like ..1 somebody|someone|anyone|help ..2 to|for|on|with|who",
    "a|for|any|my|no trial shift|day|week|weekend|run",
)
"""Being taken on, or kept in mind for it."""

JOINING = (
    "<will> ..6-how|about|who|network|what|<learning> <join> ..1 you|us|@name|@field|crew|aboard !list|network|mailing|event|talk|webinar|linkedin|call|session|for",
    "<will> ..6-how|about|who|what|<learning> <join> the|your|this|an ..3-mailing|linkedin|professional <org> !network|list|event|call|talk|tour|linkedin",
    "<will> ..3-how|would|about|who|what|people|where|<learning> to|of|in|at|by|about|for|if|whether ..3-how|talk|speak|<learning> <work_verb> ..4-how|who|about|shifts|<learning> <at> you|your|@name|yours|us|@field !<field_noun>|schedule|calendar|about|time|own|best",
    "i|me|us ..1 would|could|can|to|will|might|may|should|shall ..3-how|about|who|<learning> <work_verb> ..3-how|who|about|to|and|<learning> <at> you|your|yours !<field_noun>|schedule|calendar|about|time|to|how|last|in|years|since",
    "could|can|may|might|if|whether|should|let|allow|possible|way|possibility|for i|me|him|her|to ..5-how|about|speak|talk|<learning> <work_verb> ..4-how|who|about|<learning> <at>|here|there|alongside you|your|@name|yours|here|there !<field_noun>|schedule|calendar|about|time|to",
    "could|can|may|might|if|whether i ..1 start|begin ..2 in|at|on|with your|the|@name ..2 <org>",
    "to|of|in|about|by|at|love <work_verb> for you|him|her",
    "work|working|serve|serving|train|training under you|your|@name",
    "contribute|contributing|contribution|add|adding|bring|bringing|value|asset|addition|useful|service|serve|serving|benefit|support ..6-at|how|thanks|you|<learning> <to> your|the|@name|an|a|@field ..4 <org>|success|work|continued|growth|goals ",
    "contribute|contributing|add|adding|bring|bringing ..5 to|at your|you|yours|@name",
    "add|adding|added ..1 value",
    "asset|addition|benefit to|for your|you|@name|the",
    "my ..3 skills|services|time|experience|labour|background|abilities ..3 at|to|could|can|would|will|align|aligns|fit|fits|match|matches ..3 your|you|@name|@field ..3 <org>|needs|disposal|service|goals|requirements|role|value",
    "offer|offering ..1 my ..1 services|skills|help|labour|time|hands",
    "how|what|where|ways|way|that i|my|me|someone ..3 can|could|might|may|would|will ..3-thank|repay|do|return contribute|offer|bring|add|serve|benefit|fit|support|assist|strengthen|help ..1 !myself|you|with|me|in|my|to|for|people|others|out|prepare ..2 your|to|value|@name|of|an|part|$",
    "what i ..1 can|could|might|would ..1 offer|bring|contribute|add",
    "do something|anything for|at|in your|you ..2 <org>",
    "be|being|become|becoming|a|somehow part of your|the|@name|this|such|what|a|an ..4 <org>|you",
    "place|spot|seat|way|room|get|getting|got|position on|in|onto|into|aboard|to your ..2 <org>",
    "discuss|about|of|on|consider|explore|regarding|idea|to joining|join the|your|an|this ..3 <org>",
    "<will>|end|land|find|see ..4-how|who up|myself|me|be|working ..1 on|in|at|with your ..2 <org>",
    "to|of|about|if|for|on|with my|me ..1 <work_verb> ..3-how|about <at> your ..2 <org>",
    "could|can|may|might|if|whether|should|let i|me ..3 <work_verb> ..2 here|there",
    "i can|could|am ..2 offer|give|spare|lend|able ..6 days|hours|mornings|afternoons|evenings|weekends|week|hands ..4 your|you",
    "i ..2 can|could|will|would do|take any|anything|whatever ..2 work|job|task|you|position|duty",
    "any kind|sort|type of ..1 work|job|employment|position|help",
    "for me|him|her to ..1 <work_verb>",
    "<will> ..4 aboard",
    "i|we|and can|could|would|will ..3-be|come|talk|meet|call|fit|arrange|ask|send|work for your ..2 <org>",
    "i|we|and can|could|would|will ..2 fill|step|assist|help|take|translate|carry|do|drive|cover|sweep|type ..4-you|me any|whenever|all !day|time|evening|morning|afternoon|slot|hour",
    "career at|with you|your|@name !<field_noun>",
)
"""Joining them, or being of use to them."""

GOOD_WORD = (
    "<speak_for> !you",
    "good|kind|quiet word for|to|in|with|on|about",
    "internal|extra|little|small|gentle push|nudge|recommendation",
    "indicate|indicating|indication me|us|him",
    "refer|referring|referred|recommend|recommending|nominate|refered me|him|her|us !to+you|to+him|to+her|a|an|some|any|the|books|who|you",
    "a|your|any|for|employee|internal|with|provide|job|request|requesting|the ..1 referral|referrals !to+you|from+my|from+our|from+a+friend|by|matter",
    "referral ..2 for|to|request|tool|link|bonus|portal|code",
    "get|getting|be|being referred ",
    "<mention> ..2-questions my|me ..1 name|details|contact|number|profile|interest|file|information|case|to|candidacy ..5 to|forward|in|with|on|past|along|at !you|touch",
    "mention|mentioning|introduce|tell ..1 me|him|her ..1 to|at|with ..4 <gate>",
    "put|putting|drop ..1 my name ",
    "be|act|serve|use|list|put|name|have|giving|give|using|naming ..4 my|a|as|you ..2 reference|referee|guarantor",
    "reference|recommendation letter",
    "letter of|or|and recommendation|reference|endorsement",
    "write|send ..2 line|letter|note ..2 to ..3 <gate>|dean|board ..4 for|on|about",
    "write|give|writing ..2 me|us|my ..3 recommendation|reference|endorsement|testimonial",
    "<tell>|<transfer>|walk|put ..4-you me|my|this|it|him|her|word ..6-you to|with|past|by|over|in|before|front ..3 <gate>",
    "tell|ask|speak|talk|mention|whisper ..1 to|with? ..2 your|the|@name ..2 <gate> ..4 me|my|him|her|i|behalf|take",
    "speak|talk|word ..2-your|you to|with ..4 <gate> ..4 me|my|behalf|him|her",
    "introduce|introducing|connect|connecting|put|point|direct|link|route|introduced ..9-not <hr>",
    "<tell>|<transfer>|introduce|introducing|know|knows|with ..5-wrote|written whoever|someone|somebody|anyone|anybody|person|people|those|one ..2 <take_on>|<hiring>|decides|decide|recruits|shortlisting|employs",
    "whoever ..2 <take_on>|<hiring>|decides|shortlisting|handles|does|is",
    "chase|push|follow|check|track ..5-email|message application",
    "status|progress|outcome of my ..1 application|candidacy|interview",
    "move|push|speed|support|consider|back|expedite ..2 my ..1 application|candidacy",
    "my case ..3 to|with",
)
"""Somebody's good word, or a way past the usual door."""

PAPERS = (
    "<look_over> ..3-your my|this|our|attached|his|her ..3-your|you <papers> !matched|at",
    "<forward> ..1 my papers|documents|particulars",
    "putting|put in for ..4 @post|fellowship|place|seat",
    "glance|look|eye|peek|read ..1 at|on|over|through ..1 my ..2 <papers>",
    "<forward> ..1 my|the|this|attached|his|her ..3-your <papers>|details|documents|it ",
    "<transfer> ..1-you my|the|this|attached|his|her ..3-your <papers>|details|documents ..3-you to|in|on|along|around|past|at|over|up|with|into !you",
    "please|kindly|could|can|would|will|you|mind ..4 <transfer> ..1-you it|them|this !@post ..1 on|along|to|up|around|round|about !you|from",
    "<papers> ..2 to|for|with|past|before ..3-you <gate>",
    "it|this|cv|resume|curriculum|portfolio|papers ..2 could|can|might|would|to ..1 land|reach|get|arrive|find|go|end ..6 desk|hands|<gate>",
    "<papers> review|critique|feedback|check",
    "my ..3 <papers> ..5 for|to your ..1 consideration|records",
    "consider|considering|considered|consideration|accept|process|processing ..2 my ..2 <papers>|candidacy|qualifications|skills",
    "consider|considering|considered ..3 my ..1 background|experience|self",
    "advise ..2 whether|if ..3 <papers>|hireable|employable",
    "if|whether i am ..2 hireable|employable|qualified|eligible",
)
"""One's own papers, to be looked at or passed on."""

APPLYING = (
    "<will>|am|writing|to|hereby|humbly|intend ..4-before|how|whether|not|if|when <applying> ..3 for|to|as|with !jobs|internships|roles|positions|vacancies|several|many|a+few ..6-how|field|jobs|roles @post|@theirpost|<seat>|@hand|your|@field",
    "<will>|am|to ..3-before|how|whether apply me|here|at|with !sunscreen",
    "application|applying|candidacy|candidature|enquiry|inquiry|apply ..1 for|to|as|regarding !jobs|internships|roles|positions|vacancies|several|many ..5-university|school|master|phd ..1 @post|@theirpost|<seat>|@hand|employment|@field",
    "candidate ..1 for|in ..4 @post|@theirpost|your|@field",
    "i|me|myself|my|am ..5-people|makes|how|who|what fit|match|suited|suitable|qualified|qualify|perfect|right|ideal|eligible|fitting ..3-field for|to|with|be|as|of ..4-field|career|life|work @post|@theirpost|<org>|requirements|@field",
    "i|me|my|which|that|and ..6-people|makes|how|who|what suits|matches|fits|aligns ..3 my|me|the|with ..2 profile|background|skills|experience|qualifications|@post|cv",
    "i|we|and can|could|will|would|am|able ..3-how|talk|meet|call start|begin|join|resume|commence ..1 immediately|whenever|straight|from|in|on|as|work|right|whenever|next|straight|tomorrow|any|asap|monday|anytime|soonest ",
    "available|free|ready|prepared|willing|able to ..1-look start|begin|join|relocate|work|resume !around",
    "available|free ..4-talk|call|chat|meet|speak|the ..1 for|to|as ..3 shifts|employment|hire|deployment|@post|immediate|joining|duty|engagement|internship|@hand",
    "^ ..1 could|can|would start|begin|join ..1 immediately|whenever|straight|on|from|in|next|tomorrow|any",
    "^ ..1 can|could|will|would do any|whatever|anything ..2 work|job|task",
    "available|free ..6 full|part time",
    "available|free ..6 any shift|shifts|hours|day+or+night",
    "my ..1 contract|term|lease ends|finishes|runs ..6 available|free",
    "immediate|earliest joiner|joining|start|availability",
    "working|happy|willing|glad|ready|even|would|can|could|will|open|mind|able|offer|prepared ..8-how|people <for_nothing>",
    "@post|internship|placement|trial ..3 <for_nothing>",
    "unpaid|voluntary ..2 @post|basis|trial|capacity|intern",
    "i ..2 do anything|whatever ..2 $",
    "any ..3 @post|work|position|capacity ..2 at all|whatever",
    "in|at whatever|any capacity",
    "job|role|position|vacancy|requisition|req|posting ..1 id|number|code|ref|reference @number|is",
    "i|my ..3 have|experience|skills ..8 this|the|that role|position|job|post ..1 requires|needs|calls|demands|asks",
    "this|the|that|your advert|advertisement|ad|posting|listing|vacancy ..6 apply|interest|application|writing",
    "response|reply|reference to your|the ..2 advert|advertisement|ad|posting|listing|vacancy|opening|@post",
)
"""Applying, or being ready to start."""

FOR_ANOTHER = (
    "my ..3-who <family> ..8-told|said|suggested|how|who|works <seek>|wants|want|hoping|hopes|could|needs|about ..5-your|how @post|@theirpost|<seat>|work|employment|apprenticed",
    "<inquiry> ..6 my ..3 <family> ..8 @post|@theirpost|<seat>|work|start|hired|employed|job|intern",
    "take|taking|try|trying my ..3 <family> ..2 on|out",
)
"""Speaking for a third person."""

SUBJECTS = (
    "@post|<seat>|<papers>|job|speculative|employment|@hand ..2 enquiry|inquiry|inquiries|request|application|opportunity|opportunities|query|candidate",
    "application|applying|candidate|candidacy ..2 for|as|@number",
    "seeking|looking|need|wanted|request|referral|available|interested|interest|sponsorship|hunting ..3-advice|information|to|chat|call|conversation|guidance ..3-your @post|employment|work|@hand|opportunities",
    "referral ..2 request|for|at",
    "@post|role|job ..1 at|with @name ..1 $",
    "^ @post ..1 $",
)
"""What a subject line says in a few words."""

SEARCH = (
    "i|am|currently|we|just|and|actively|also ..4-how|would|of|who <seek> ..7-your|how|about|advice|people|before|information <post>|opportunities|opportunity !you|<about_work>",
    "^ ..2-not|you looking|searching|hunting|seeking|need|want|after ..1 for|a|an ..5 <post>|opportunities",
    "i ..2 looking for work",
)
"""A search for a post that nobody is asked to serve: beside the point of a conversation."""

INTEREST = (
    "exploring|interested|open|considering|targeting|recruiting ..5-your|how|about|career <post>|opportunities !you|<about_work>",
    "my|the|a|begin|start ..2 job|internship search|hunt|hunting",
    "job|internship hunting|seeker",
    "how to get hired",
    "<post> ..3 is|are ..1 hiring",
)
"""An interest in posts, which is further yet from asking for one."""

ASKS = Grammar((*POSTS, *TAKING_ON, *JOINING, *GOOD_WORD, *PAPERS, *APPLYING, *FOR_ANOTHER))
CALLS_FOR_HELP = Grammar(
    (
        "can|could|would|will|please|kindly|pls ..3 help|assist ..1 me|us|out|$",
        "any help|assistance",
        "last|only chance|hope",
        "help|assist me ..1 $",
    )
)
"""Next to a search for a post, these ask for one."""
READING = Grammar(
    (
        "<look_over> ..1 it|them|this|that|mine|through",
        "have|having|take|cast|give|giving ..3 read|look|glance|view|eye|feedback|opinion|thoughts|comments",
        "tell|say|know|show|advise ..1 me ..1 what|where|how|whether|if ..4 wrong|off|missing|improve|better|stands|fit|change|weak|putting|think",
        "any feedback|comments|thoughts|suggestions|tips",
        "tear it apart",
    )
)
"""A look at what was handed over; a favour only where a résumé was."""
POST_ASKS = Grammar((*POSTS, *TAKING_ON, *APPLYING))
FAVOURS = Grammar(
    (
        *JOINING,
        *GOOD_WORD,
        *PAPERS,
        *FOR_ANOTHER,
        "can|could|may|might|shall|should|if i ..2 send|share|show|give|bring|email|drop|leave|forward|submit ..4 my|a|this ..2 <papers>",
        "can|could|may|might i ..1 apply|audition|enrol",
        "can|could|may i ..1 count on you|your",
        "could|can|may|might i ..2 have|do ..1 a|my trial|placement|internship|shift",
        "is|would|might there ..2 be? ..1 room|space|place|spot|work ..1 for ..3 !doubt|growth|error|improvement|debate",
        "would|could|will you ..1 support|back|sponsor me",
        "i ..1 replace|succeed you",
        "when|where ..1 can|could|may|might|shall|should|do i ..1 start|begin|join|apply|sign",
    )
)
SUBJECT_ASKS = Grammar(SUBJECTS)
TOLD_ASKS = Grammar(
    (
        "how|what|why i|my|me ..3 can|could|might|may|would ..3-thank|repay|find|get contribute|offer|bring|add|serve|benefit|strengthen",
        "how|what i|my ..3 can|could|might|may ..3 support|help|assist|fit ..1 your|into|@name ..2 <org>|team|success|work",
        "my ..1 application|cv|resume|candidacy ..4 looked|considered|seen|read|through|noticed|top|past",
        "who ..3 i ..4 speak|talk|write|convince|bribe ..8 application|job|hired|start|post|@post|in+here",
        "what|how ..8 <get_job> ..3 @post|<seat> ..3 <at> your|you|here",
        "to|be taken|hired|employed|considered on|as|by|here|for",
        "for you to ..1 take|have|hire|use|choose me",
        "how ..3 i ..3 <get_job>|join|enter ..4 @post|<seat> ..3 <at> your|you|here|@name",
        "what|which ..2-kind|other|your|entry @post ..3 you|they|<org> ..2 have|offer",
        "what|which ..2 @post ..1 is|are ..2 open|available|vacant|free|going",
        "what|how about ..4 @post|<seat>|hiring|taking|giving|letting",
        "what ..3 chances ..3 getting|hired|@post|<seat>|work",
        "why not ..1 <take_on>|take|give|try",
        "how ..1 can|could|do|would i ..3 <join>|apply|work ..3 your|here|@name",
    )
)
"""What may be asked with how and what, and is an ask all the same."""
PAST = Grammar(
    (
        "who|that ..1 once|had|have <take_on>|hired",
        "whether|if|that|how ..5-there|you|your be something|anything|right|place|work ..1 for me",
        "i|have ..2 applied|accepted|declined|refused",
        "i ..2 was ..1 offered|given",
        "i|we ..2 assisted|acted|danced|covered|practised|worked|served|trained|volunteered|interned|sailed|taught|played|sang|cooked|nursed|helped|crewed",
        "did|had|were|was you|your",
        "have|has you ever|had|been|done",
        "you did|had|were|held",
    )
)
"""What somebody did is no ask."""
MENTIONS = Grammar(SEARCH)
INTERESTS = Grammar((*SEARCH, *INTEREST))


_FIRST_MESSAGES = frozenset((DraftKind.REQUEST, DraftKind.LINKEDIN_NOTE, DraftKind.LINKEDIN_MESSAGE))
"""Where a conversation is what one asks for; elsewhere nothing follows from there being no such request."""


@lru_cache(maxsize=1)
def job_asks(reading: Reading) -> tuple[Span, ...]:
    """Find where the draft asks for a job, a referral, or a favour that leads to one.

    A job search that is only mentioned is no ask while the draft asks for a conversation. Where it does
    not, or hands over a résumé, the search is what it is about; and a résumé handed over without a request
    to talk is an application.
    """
    handed_over = attachments(reading)
    asks = asks_in(reading.purpose)
    if asks and not heard_asking(reading, DOUBTED):
        asks = ()
    if reading.draft.kind not in _FIRST_MESSAGES:
        return asks or _surely(reading)
    if not asks and any(True for sentence in reading.sentences for _ in _found(CALLS_FOR_HELP, sentence)):
        asks = _apart(span for sentence in reading.purpose for span in _found(MENTIONS, sentence))
    if not asks and handed_over:
        asks = _apart(span for sentence in reading.sentences for span in _found(READING, sentence))
    if not asks and (handed_over or not meeting_request(reading)):
        asks = _apart(span for sentence in reading.purpose for span in _found(MENTIONS, sentence))
    if not asks and handed_over and not meeting_request(reading):
        asks = handed_over[:1]
    return asks or _surely(reading)


def _surely(reading: Reading) -> tuple[Span, ...]:
    """Give the sentence that no pattern knows and that is all but sure to ask."""
    heard = heard_asking(reading, SURE)
    return (heard,) if heard else ()


def heard_asking(reading: Reading, least: float = LIKELY) -> Span | None:
    """Listen for the sentence that most likely asks, whether a pattern knows it or not."""
    return likeliest(reading.purpose, least)


def asks_in(sentences: tuple[Span, ...]) -> tuple[Span, ...]:
    """Find the asks in some sentences, in order; of two that overlap, the first counts."""
    return _apart(span for sentence in sentences for span in _asks(sentence))


def asks_in_a_question(sentences: tuple[Span, ...]) -> tuple[Span, ...]:
    """Find the asks in a question for the conversation.

    There, how a house hires is a fair thing to ask (`Do you take people from abroad?`); what asks for a post
    asks for one now, here, or for oneself. Offering one's papers is an ask, too.
    """
    asks = _apart(span for sentence in sentences for span in _asks_of_a_question(sentence))
    if asks and likeliest(sentences, DOUBTED):
        return asks
    heard = likeliest(sentences, LIKELY)
    return (heard,) if heard else ()


def _asks_of_a_question(sentence: Span) -> Iterator[Span]:
    clauses = read_clauses(sentence)
    told = clauses and clauses[0].words[0] in _TOLD_BY and not _LED_BY_ME.first(clauses[0])
    yield from _found(TOLD_ASKS if told else FAVOURS, sentence)
    if not told:
        pressing = any(_PRESSING.first(clause) for clause in clauses)
        if pressing:
            yield from _found(POST_ASKS, sentence)
            yield from _act_and_object(sentence)


_TOLD_BY = frozenset(["which", "when", "where", "who", "whom", "what", "how", "why"])
_LED_BY_ME = Grammar(
    ("^ when|where ..1 could|can|may|might|shall|should|do i start|begin|join|send|apply|hand",)
)
_PRESSING = Grammar(
    (
        "me|my|mine|myself|us|now|currently|actively|presently|soon|today|this|coming|spring|summer|autumn|fall|winter|free|going|vacant|vacancy|vacancies|desk|short|january|february|march|april|june|july|september|october|november|december|nephew|son|daughter|hiring|recruiting",
        "at the moment",
        "any|an ..2 opening|openings|internships|placement|placements|jobs|positions|vacancies !for|in|usually",
        "need|take|use|looking|want|after|recruiting ..1 on|for? a|an|another|any|extra|more|one|anyone|someone|interns|volunteers|apprentices|trainees",
        "i ..4 <work_verb>|start|join|apply",
        "next week|month|year|term|season|summer|spring",
        "open ..2 positions|roles|posts",
        "@post ..2 open|available|free|here",
        "anything|something ..3 for|going|open|available",
    )
)


def _asks(sentence: Span) -> Iterator[Span]:
    yield from _found(ASKS, sentence)
    yield from _act_and_object(sentence)
    if sentence.part == "subject":
        yield from _found(SUBJECT_ASKS, sentence)


_WISHES = Grammar(("<hopes_for>",))
_BIDS = Grammar(
    ("^ ..1 please|kindly|help|do|sir|madam", "<plead>", "<help_verb> ..2 me|us|him|her|a|brother", "help")
)
_WORK_AT_YOURS = Grammar(
    (
        "<work_verb>|<join>|stay|do|make|enter|integrate|pick|earn|complete|start|begin|learn|live ..5-<opinion>|how|who <at>|by your ..2-<field_noun>|<mail_noun> <org>",
        "<work_verb>|do|make|complete ..4-<opinion>|how <at>|by you $",
        "<join>|enter|integrate ..2-<opinion> your|the ..2-<network>|<field_noun> <org>|group",
    )
)
_WORKING = frozenset(
    ("i", "me", "we", "us", "he", "him", "she", "her", "to", "and", "son", "daughter", "brother", "sister")
)
"""Who or what stands before a work that is done by somebody; a day or a time that works suits."""
_BETWEEN = frozenset(("could", "would", "might", "may", "can", "will", "also", "only", "still", "just"))


def _work_at_yours(clause: Clause) -> tuple[int, int] | None:
    """Find working at theirs; "a time that works for you" is none."""
    found = _WORK_AT_YOURS.first(clause)
    if not found or clause.words[found[0]] not in {"work", "works"}:
        return found
    before = next((word for word in reversed(clause.words[: found[0]]) if word not in _BETWEEN), "i")
    return found if before in _WORKING else None


_MY_PAPERS = Grammar(
    (
        "please|kindly|could|can|would|will|recommend|refer|forward|acknowledge|process|support|push ..5-i|your|find|attached|see|<opinion> my|the ..2-your <papers>",
        "at your service|disposal",
        "in your service",
    )
)
_OTHERS = frozenset(("who", "people", "they", "somebody", "she", "he"))
_POST = Grammar(("@post",))
_OPINION = Grammar(("<opinion>",))


def _act_and_object(sentence: Span) -> Iterator[Span]:
    """Find an act and an object in one clause that no pattern above joins; opinions and talks are let be."""
    for clause in read_clauses(sentence):
        if clause.embedded or PAST.first(clause):
            continue
        wished = _WISHES.first(clause)
        bid = _BIDS.first(clause)
        asked = clause.question and "you" in clause.present
        others = not _OTHERS.isdisjoint(clause.words)
        found = _MY_PAPERS.first(clause) or (
            None if others else _after(wished or bid, _work_at_yours(clause))
        )
        if not found and (asked or bid or wished) and not _OPINION.first(clause):
            found = _POST.first(clause)
            written = found and FIELD not in clause.at[found[0]]
            found = found if written and (asked or bid or _after(wished or found, found)) else None
        if found and not is_denied(clause, found[1] - 1, found[1]) and not clause.quoted[found[0]]:
            yield clause.span(sentence, min(found[0], (wished or found)[0]), found[1])


def _after(act: tuple[int, int] | None, found: tuple[int, int] | None) -> tuple[int, int] | None:
    return found if act and found and found[0] >= act[0] else None


def _found(grammar: Grammar, sentence: Span) -> Iterator[Span]:
    """Find what a grammar finds in the clauses of a sentence, where it is the sender's own wish."""
    for clause in read_clauses(sentence):
        if PAST.first(clause):
            continue
        for first, end in (TOLD_ASKS if clause.embedded else grammar).find(clause):
            if not is_denied(clause, end - 1, end) and not clause.quoted[first]:
                yield clause.span(sentence, first, end)


def _apart(spans: Iterator[Span]) -> tuple[Span, ...]:
    apart: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.part, span.start, -span.end)):
        if not apart or span.part != apart[-1].part or span.start >= apart[-1].end:
            apart.append(span)
    return tuple(apart)


def asks_for_a_job(reading: Reading) -> Iterator[Advice]:
    """Object to a job ask: the one thing an informational interview is not for."""
    asks = job_asks(reading)
    heard = asks[0] if asks else heard_asking(reading)
    if asks and (heard_asking(reading, PLAIN) or attachments(reading) or not meeting_request(reading)):
        yield remark("asks-for-a-job", Severity.MUST, asks[0])
    elif heard:
        yield remark("may-ask-for-a-job", Severity.SHOULD, heard)
    else:
        mentions = (span for sentence in reading.purpose for span in _found(INTERESTS, sentence))
        for mention in _apart(mentions)[:1]:
            yield remark("mentions-a-job-search", Severity.SHOULD, mention)
