"""What is counted as a statement, and how a form is read."""

from bench.browser import action_on, form_on
from bench.postgres import statements_in

LOG = """@@71 LOG:  statement: BEGIN
@@71 LOG:  statement: SELECT 1
@@72 LOG:  execute <unnamed>: INSERT INTO "x" VALUES ('a
\tb')
@@72 DETAIL:  Parameters: $1 = 'BEGIN'
@@71 LOG:  statement: SAVEPOINT "s1"
@@71 LOG:  statement: UPDATE "x" SET "y" = 'COMMIT'
@@71 LOG:  statement: RELEASE SAVEPOINT "s1"
@@71 LOG:  statement: COMMIT
@@73 LOG:  checkpoint starting: time
"""

PAGE = """<form method="get" action="/find/"><input name="q"></form>
<form method="post" action="/5/nominate/" data-draft="/5/draft/"><input type="hidden" name="key" value="a&amp;b">
<textarea name="reason" rows="2"></textarea><select name="issue"><option value="1"></option></select></form>
<form action="/5/propose/"><input name="other" value="1"></form>"""


def test_transaction_control_is_no_statement_and_a_line_break_makes_no_second_one():
    assert statements_in(LOG) == [
        "SELECT 1",
        "INSERT INTO \"x\" VALUES ('a\nb')",
        'UPDATE "x" SET "y" = \'COMMIT\'',
    ]


def test_a_form_is_posted_as_a_browser_would():
    action = action_on(PAGE, "/nominate/")
    assert (action, form_on(PAGE, action)) == ("/5/nominate/", {"key": "a&b", "reason": "", "issue": ""})
