"""What a question asks about, by its head: the noun it turns on, and what the verb does to whom.

`How did you ...` asks for a story, `what do you ...` for the present work, whatever the trade. These patterns (see
`coach.grammar`) are for what is so common that no likeness to examples is needed.
"""

# ruff: noqa: E501

from __future__ import annotations

from functools import cache

from infoview.coach.grammar import Grammar
from infoview.coach.objects import read_clauses
from infoview.coach.reading import split
from infoview.records.takeaways import OTHER, Takeaway

_HEADS = {
    Takeaway.PREPARATION: (
        "^ how|why|when|where ..1 did you ..2 get|become|come|end|start|begin|choose|pick|learn|decide|find|fall|train|prepare|move|leave|switch|settle|land|go|discover|break|make|qualify|turn|enter",
        "^ what|who ..1 made|drew|led|brought|pulled|pushed|got|attracted|inspired|convinced|persuaded|tempted you",
        "^ what ..1 did you ..1 study|train|read|learn ..3 before|at|as|first|for|in",
        "^ what did you ..1 do|work ..3 before|first",
        "how long did ..3 take|train|apprenticeship|study",
        "tell|walk|talk me ..2 everything|all|about|through ..2 your career|path|story|life|journey|background|beginnings",
        "do|does|must|should|did ..2 need|have|require ..3 degree|licence|license|certificate|qualification|qualifications|diploma|training|exam|ticket|phd|apprenticeship",
        "certification|certifications|certificates|qualification|qualifications|exams|courses|degrees|licences|tickets ..6 need|needed|pursue|worth|matter|required|take|should|useful|count",
        "which|what ..3 course|courses|class|classes|subject|subjects|degree|school|training|exam|exams|modules|books_first ..4 should|would|did|help|helped|useful|matter|recommend|take",
        "what ..2 should|could|can i ..2 study|learn|practise|practice|take|do ..4 before|now|first|while|during",
        "best|usual|normal|typical|common|quickest way|route|path|road ..2 into|in",
        "turning point|points",
        "did you ..2 always ..2 want|know|plan|mean",
        "have|had you ..2 always ..2 wanted|known|planned",
        "before ..1 you ..1 became|were|started|joined|came|took|trained",
    ),
    Takeaway.PRESENT_JOB: (
        "^ what ..1 do|does|are|is you|your ..2 do|doing ..2 all|most|when|every|first|between|$",
        "typical|normal|ordinary|average|usual|average|bad|good|busy|quiet|real|last ..1 day|week|shift|night|morning|month|afternoon|tuesday|monday",
        "what ..4 day|week|shift|morning|month ..2 look|consist|hold|like|bring|involve",
        "hardest|best|worst|favourite|favorite|least|dullest|proudest|trickiest|toughest|happiest|strangest|funniest ..3 part|thing|bit|moment|day|case|job|aspect|task|piece|project|about",
        "what ..2 do|did you ..2 enjoy|like|love|dread|hate|miss|find|worry|dislike ..3 most|least|about|of",
        "how much of ..4 is|goes|do",
        "what ..2 keeps|bores|frustrates|surprises|surprised|annoys|excites|delights|worries|wears you",
        "tools|instruments|software|equipment|machines|kit ..4 use|need|work",
        "what ..1 goes|went|could wrong",
        "outsiders|people|others|customers|students ..3 get wrong|misunderstand|not_see|realise|realize|imagine",
        "success ..2 look|mean|measured",
        "what ..3 turn|turned out ..1 different|otherwise",
        "what ..2 working on",
        "do you ..1 find it|the",
    ),
    Takeaway.LIFESTYLE: (
        "bonus|bonuses|weekend|weekends|evenings|nights|hours|overtime|holiday|holidays|vacation|salary|pay|paid|wage|wages|earn|earnings|income|pension|money|rent|afford|living|commute|travel|childcare|sleep|tired|tiring|back|knees|health|body|stress|stressful|burnout|burn|family|children|kids|partner|friends|social|balance|home|seasonal|flexible|lunch|outdoors|weather|cold|shifts|leave|maternity|away|feet|payslip|paycheck|pickups|pick|rota|creche|nursery_run|hobbies|lonely|loneliness|physical|physically",
    ),
    Takeaway.OTHER_POSITIONS: (
        "other|related|different|neighbouring|adjacent|similar|alternative ..2 jobs|roles|positions|careers|paths|professions|trades|titles|kinds|posts|ways",
        "where|what ..4 people|someone|others|colleagues|one|person|predecessor|graduates|interns|juniors ..5 go|move|end|become|gone|moved|went|do_next ..3 next|after|on|to|later|from|here|up|$",
        "promoted|promotion|promotions|ladder|rung|advance|advancement|prospects|career_progression|progression|progress",
        "next step|steps|rung|move|level",
        "what else ..3 can|could|do|does|might",
        "person|people|one before|after you",
        "move|step|grow|work|rise ..1 up|into|sideways|across ..3 management|senior|lead|roles|role|positions",
        "who ..3 work ..2 with|alongside|closely",
    ),
    Takeaway.JOB_HUNTING: (
        "<take_on>|hiring|hires|hire|recruit|recruiting|recruitment|audition|auditions|auditioning|interview|interviews|applicant|applicants|application|applications|apply|applying|applied|cv|cvs|resume|resumes|portfolio|portfolios|cover|vacancy|vacancies|advertised|advertise|agency|agencies|agent|referral|referrals|candidate|candidates|shortlist|shortlisted|headhunters|job_market",
        "find|found|get|getting|land|win ..2 work|jobs|clients|gigs|commissions|customers|contracts|job|position|pupillage|post|first_break",
        "joined|join|hired|came ..4 hear|heard|find ..2 of|about|out",
        "hear|heard|find ..2 of|about|out ..3 job|jobs|post|posts|vacancies|openings",
        "word of mouth",
        "foot in the door",
    ),
    Takeaway.ORGANIZATION: (
        "where ..3 see|going|heading|headed ..5 industry|field|world|trade|business|profession|sector|company|firm|market|going|heading|headed",
        "culture|morale|turnover|management|managed|leadership|funding|funded|budget|competitors|competition|strategy|mission|trends|trend|future|outlook|owner|owners|ai|regulation|diversity|atmosphere|hierarchy|politics|decisions|decided|merger|changing",
        "how ..3 is|are ..4 organised|organized|run|structured|funded|managed|led|decided|financed|governed|made_up",
        "founded|established|listened|disagreement|disagree|disagreements|overruled|sector|owns|owned",
        "how many people|staff|employees|women|men",
        "many|any ..1 women|men|people|young|foreigners|mothers|graduates",
        "what ..2 like ..1 to ..1 work|be ..2 at|here|for|there|in|with",
        "your|the|this ..1 company|organisation|organization|firm|museum|ministry|theatre|hospital|trust|charity|chambers|newspaper|orchestra|college|department|team|ship|restaurant|kitchen|library|bank|agency|lab ..6 like|different|change|changed|differ|handle|treat|deal|make|value|support|face|facing|do_about|compete",
        "big|small|large|other firms|companies|houses|museums|agencies",
        "most of ..1 your|the colleagues|people|staff|team",
        "people in your <org>",
    ),
    Takeaway.SKILLS_MATCH: (
        "skill|skills|quality|qualities|trait|traits|temperament|strength|strengths|talent|talents|ability|abilities|character|personality|aptitude|attributes|knack",
        "kind|sort|type ..1 of ..1 person|people|mind|temperament|someone|personality",
        "my ..3 background|experience|degree|training|skills|strengths|personality|profile|languages|nature|studies|years",
        "would|could|might|do you think i|someone ..1 like? ..3 suit|fit|enjoy|thrive|manage|be_happy|cope|survive|struggle|good|right|cut_out|last",
        "people|person|those|someone ..2 who ..2 do|does|thrive|thrives|succeed|last|fail|flourish|struggle|well",
        "good at|for",
        "cut out for",
        "too|old|shy|young ..2 shy|old|young|late ..3 for|to",
        "need ..1 to be ..3 good|strong|brave|patient|clever|able",
    ),
    OTHER: (
        "who|anyone|anybody|someone|somebody ..1 else",
        "who ..2 should|could|would ..1 i ..2 talk|speak|meet|ask|write|contact|listen|follow",
        "anyone|people|someone ..2 in your network|circle",
        "intro|introduction|introductions",
        "book|books|podcast|podcasts|blog|blogs|newsletter|magazine|magazines|journal|journals|association|associations|conference|conferences|website|websites|reading|film|forum|society|read ..6 recommend|should|follow|join|read|worth|help|suggest|best|must|would",
        "recommend|suggest|worth ..4 book|books|reading|podcast|podcasts|people|person|blog|conference|event|events",
        "keep|stay in touch",
        "write|contact|come|get|follow|call ..1 to? ..1 you|back|up ..2 again|with|later|in|to",
        "not asked|ask|thought|forgotten ..3",
        "should ..1 i|have ..1 have? asked|ask_you",
        "wish ..3 had|knew|known|someone|somebody ..3",
        "known|knew|differently ..3 started|joined|began|starting|joining|begin",
        "done ..1 differently",
        "advice|tip|tips|warning ..4 for|to|someone|me|starting|young|give",
        "in my ..1 place|shoes|position",
        "how ..1 can|could|may i ..1 repay|return|thank|help",
        "in return",
    ),
}
WEIGHT = 8.0
"""What one such pattern adds to the likeness of a question; a second one of the same take-away adds half."""


@cache
def _grammars() -> dict[str, Grammar]:
    return {str(takeaway): Grammar(patterns) for takeaway, patterns in _HEADS.items()}


def heads(question: str) -> dict[str, float]:
    """Say how much speaks for each take-away, by what the question turns on."""
    clauses = [clause for sentence in split(question) for clause in read_clauses(sentence)]
    found: dict[str, float] = {}
    for takeaway, grammar in _grammars().items():
        count = sum(1 for clause in clauses for _ in grammar.find(clause))
        found[takeaway] = WEIGHT * (1 - 0.5**count) * 2 if count else 0.0
    return found
