"""How long the coach takes over a mail and over a question.

Run it with `make bench`. It counts the processor's time, not the clock's, so that a busy machine matters
less, and takes the best of several rounds over letters of every length and kind.
"""

from __future__ import annotations

import sys
import time

import click

from infoview.coach import Draft, DraftKind, review
from infoview.questions.advice import review_question
from infoview.questions.bank import bank

ROUNDS = 7
MOST_MS = 3.0
"""What advice that follows the keystrokes may take a mail."""

LETTERS = """
Dear Dr. Vogt,

Your talk on ballast stones changed a chapter of my thesis (PhD in history, Birchwood). I am thinking about
museum careers and would like to understand how a curator's year really runs.

Would you have half an hour to talk, by phone or at the museum, in October? If this is a bad season, a line
by e-mail would help just as much.

Thank you,
Livia Drake
=====
Hi Tom, I mend nets in Oldport and your sister Mary, who sings in my choir, says you know all about harbour
pilots. Could I ring you for ten minutes one evening? Cheers, Bill
=====
Dear Sir or Madam,

I am writing to express my interest in the position of junior clerk. I am a hard worker and a quick learner
with two years of experience in a busy office. Please find my CV attached. I would be honoured to be
considered and can start at once.

Yours faithfully,
J. Smith
=====
Dear [Name],

My name is [Your Name] and I am a [year] at [School], where I study [major]. I found you through the alumni
directory and would love to hear about your path to [Company].

Might you have 20 minutes for a call in the next two weeks? I am happy to work around your schedule, and I
will understand if the season is full.

Best regards,
[Your Name]
=====
Dear Ms. Hall,

For eleven years I have run the night shift of a bakery. Since January I have read your column on grain on
the bus home, and it explains things my hands already knew. I am trying to find out whether a course in food
science is foolish at forty-one. I have written to the college, which was kind but brief. My colleagues think
I am mad. I have also talked with the miller, who says that laboratories are full of people who have never
touched dough, and that I should ask you.

So I am asking. Could we talk for a quarter of an hour, by telephone, on any afternoon? I am not looking for
a job. I would like to know what the first year was like, whom you learned most from, and what you would
leave out if you began again. If a letter is easier, I would be just as glad of three lines.

With thanks for your column,
Henrik Sand
Bakery on the Quay, Oldport
0113 496 0000
=====
hey! saw ur film abt eels, so cool. u guys take interns?? would love 2 chat 4 10 min lol. lmk
=====
Dear Professor Lind,

I am finishing a degree in biology and am torn between research and the forest service. Last spring you spoke
at our department about counting owls, and I have kept your last slide on my wall ever since. May I come to
your office for twenty minutes and ask how you decided? Any day but Friday would suit me.

Kind regards,
Mina Castellan
BSc Biology, third year
""".strip().split("\n=====\n")


def best_ms(work: list[object]) -> float:
    """Give the best processor time of several rounds, in milliseconds a piece."""
    rounds = []
    for _ in range(ROUNDS):
        began = time.process_time()
        for piece in work:
            review(piece) if isinstance(piece, Draft) else review_question(str(piece))
        rounds.append(time.process_time() - began)
    return min(rounds) / len(work) * 1000


def growth(piece: str) -> float:
    """Give how many times as long a text ten times as long takes, a thousand words and more."""
    took = []
    for letters in (10_000, 100_000):
        body = "Dear Ada,\n\n" + piece * (letters // len(piece))
        took.append(best_ms([Draft(subject=body, body=body, other_texts=(body,)), body]))
    return took[1] / took[0]


def main() -> int:
    """Print the figures; fail when a mail takes longer than it may."""
    began = time.process_time()
    review(Draft(body=LETTERS[0]))
    review_question("How did you begin?")
    click.echo(f"coach, the very first mail and question: {(time.process_time() - began) * 1000:.0f} ms")
    requests = best_ms([Draft(subject="Your work", body=letter) for letter in LETTERS])
    every_kind = best_ms([Draft(kind=kind, body=letter) for kind in DraftKind for letter in LETTERS])
    questions = best_ms([question.text for question in bank()])
    click.echo(f"coach, a request: {requests:.2f} ms (at most {MOST_MS:.0f})")
    click.echo(f"coach, a message of any kind: {every_kind:.2f} ms")
    click.echo(f"coach, a question: {questions:.2f} ms")
    longest = max(growth(piece) for piece in ("\n", "(job title company name ", "I am a ", "Thanks,\n"))
    click.echo(f"coach, a text of 100,000 letters: at most {longest:.1f} times one of 10,000")
    return int(requests > MOST_MS)


if __name__ == "__main__":
    sys.exit(main())
