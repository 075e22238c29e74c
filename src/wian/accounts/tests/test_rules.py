"""What of a posted form a person typed."""

from uuid import uuid4

from wian.accounts.rules import Posted


def posted(*fields: tuple[str, str]) -> Posted:
    return Posted("/", list(fields), [])


def test_what_a_form_carries_by_itself_was_not_typed():
    carried = posted(
        ("key", str(uuid4())),
        ("seen", "0f" * 32),
        ("capacity", "holding:12"),
        ("ask1-TOTAL_FORMS", "10"),
        ("urgent", "on"),
        ("reason", " \r\n"),
    )
    assert carried.typed == []


def test_whatever_else_was():
    words = ["จิราพร", "Jane", "12", "๐๘๘๑", "9:45", "20/11/2569", "on leave"]
    assert posted(*(("field", word) for word in words)).typed == words


def test_the_code_of_a_choice_is_kept_but_not_read_out():
    chosen = posted(("channel", "phone"), ("informant", "คุณรุจิรา"))
    assert (chosen.typed, chosen.words) == (["phone", "คุณรุจิรา"], ["คุณรุจิรา"])
