"""What only a seal kept elsewhere can tell, and how it is kept."""

import json
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.urls import reverse

from wian.kit.work import run_until_idle
from wian.ledger.chain import hash_of
from wian.ledger.models import Entry, Head
from wian.ledger.outside import Seal, export, last_seal, seals, whole
from wian.ledger.tasks import seal_the_day_before
from wian.ledger.tests.test_chain import count, tamper
from wian.responses.tests.unit import browser

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def home(settings, tmp_path, clock):
    settings.HOME = tmp_path
    clock(NOON)


def ledger(*words: str | Path) -> tuple[int, str]:
    """What `wian ledger …` exits with and says."""
    said = StringIO()
    try:
        call_command("ledger", *map(str, words), stdout=said, stderr=said)
    except SystemExit as stopped:
        return int(stopped.code or 0), said.getvalue()
    return 0, said.getvalue()


@pytest.fixture
def sealed(db) -> SimpleNamespace:
    """A record whose last entry but one is sealed: the seal's `file` and the number of the sealed entry."""
    count(1)
    count(2)
    assert ledger("seal")[0] == 0
    count(3)
    return SimpleNamespace(file=seals() / "2026-11-22.json", seq=Head.objects.get().seq - 1)


def write_anew(seq: int) -> None:
    """Change an entry and make every hash from there on fit again: the record itself shows nothing."""
    tamper("SELECT 1")
    prev = Entry.objects.get(pk=seq).prev
    for entry in Entry.objects.filter(seq__gte=seq).order_by("seq"):
        entry.prev = prev
        entry.office = "other" if entry.seq == seq else entry.office
        prev = entry.hash = hash_of(entry)
        entry.save()
    Head.objects.update(hash=prev)


def cut_back(seq: int) -> None:
    """Make entry `seq` the last one, as if nothing had come after it."""
    tamper("DELETE FROM ledger_entry WHERE seq > %s", seq)
    Head.objects.update(seq=seq, hash=Entry.objects.get(pk=seq).hash)


def test_a_seal_holds_where_the_record_stands(sealed):
    said = json.loads(sealed.file.read_text())
    entry = Entry.objects.get(pk=sealed.seq)
    assert (said["seq"], said["hash"]) == (entry.seq, entry.hash)
    assert (said["day"], said["at"]) == ("2026-11-22", "2026-11-22T05:00:00+00:00")
    assert list(seals().iterdir()) == [sealed.file]


def test_a_record_that_went_on_agrees_with_its_seal(sealed):
    code, said = ledger("verify", "--against", sealed.file)
    assert (code, f"the first {sealed.seq} entries are those sealed on 2026-11-22" in said) == (0, True)


def test_a_record_written_anew_is_told_by_the_seal_alone(sealed):
    write_anew(sealed.seq - 1)
    assert ledger("verify")[0] == 0
    code, said = ledger("verify", "--against", sealed.file)
    assert (code, f"entry {sealed.seq} was sealed on 2026-11-22, but another one is there" in said) == (
        1,
        True,
    )


def test_what_is_written_anew_after_the_seal_agrees_with_it(sealed):
    write_anew(sealed.seq + 1)
    assert ledger("verify", "--against", sealed.file)[0] == 0


def test_a_record_that_was_cut_back_is_told_by_the_seal_alone(sealed):
    cut_back(sealed.seq - 1)
    assert ledger("verify")[0] == 0
    code, said = ledger("verify", "--against", sealed.file)
    assert (code, f"the record ends with entry {sealed.seq - 1}" in said) == (1, True)


def test_an_entry_forged_before_the_seal_is_named_and_nothing_is_proven_by_the_seal(sealed):
    tamper("UPDATE ledger_entry SET office = 'other' WHERE seq = %s", sealed.seq - 1)
    code, said = ledger("verify", "--against", sealed.file)
    assert code == 1
    assert f"entry {sealed.seq - 1} is the first broken one" in said
    assert (
        f"entry {sealed.seq} was sealed on 2026-11-22, but the record holds only up to entry {sealed.seq - 2}"
        in said
    )


def test_an_entry_forged_after_the_seal_leaves_proven_what_was_sealed(sealed):
    tamper("UPDATE ledger_entry SET office = 'other' WHERE seq = %s", sealed.seq + 1)
    code, said = ledger("verify", "--against", sealed.file)
    assert (code, f"the first {sealed.seq} entries are those sealed" in said) == (1, True)


def test_of_several_seals_the_one_that_differs_is_named(sealed, tmp_path):
    later = tmp_path / "later.json"
    ledger("seal", "--to", later)
    write_anew(sealed.seq + 1)
    code, said = ledger("verify", "--against", sealed.file, later)
    assert code == 1
    assert f"the first {sealed.seq} entries are those sealed on 2026-11-22 ({sealed.file})" in said
    assert (
        f"another one is there: the record was written anew, or the seal is of another site ({later})" in said
    )


def test_a_seal_typed_from_paper_needs_number_and_hash_alone(sealed, tmp_path):
    typed = tmp_path / "typed.json"
    typed.write_text(f'{{"seq": {sealed.seq}, "hash": "{Entry.objects.get(pk=sealed.seq).hash}"}}')
    assert ledger("verify", "--against", typed)[0] == 0


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "[]",
        "{}",
        "3",
        "\x00",
        '{"seq": 1, "hash": "short"}',
        f'{{"seq": "1", "hash": "{64 * "0"}"}}',
        f'{{"seq": 1, "hash": "{64 * "0"}", "day": "Sunday"}}',
    ],
)
def test_what_is_no_seal_is_refused_with_2(sealed, tmp_path, text):
    file = tmp_path / "other.json"
    if text is not None:
        file.write_text(text)
    code, said = ledger("verify", "--against", sealed.file, file)
    assert (code, "(record-unreadable)" in said, str(file) in said) == (2, True, True)


def test_a_seal_is_never_replaced(sealed, tmp_path):
    before = sealed.file.read_bytes()
    code, said = ledger("seal")
    assert (code, "(sealed-before)" in said, str(sealed.file) in said, "--to" in said) == (
        1,
        True,
        True,
        True,
    )
    assert sealed.file.read_bytes() == before
    assert ledger("seal", "--to", tmp_path / "now.json")[0] == 0


def test_the_same_seal_twice_is_one(sealed, clock):
    cut_back(sealed.seq)
    before = sealed.file.read_bytes()
    clock(NOON.replace(hour=6))
    assert ledger("seal")[0] == 0
    assert sealed.file.read_bytes() == before


def test_where_nothing_can_be_written_the_command_says_so(sealed, tmp_path):
    code, said = ledger("seal", "--to", tmp_path / "none" / "seal.json")
    assert (code, "none" in said) == (1, True)


def test_every_night_the_day_that_ended_is_sealed(sealed, clock):
    clock(datetime(2026, 11, 23, 17, 5, tzinfo=UTC))  # five past midnight on the 24th
    run_until_idle()
    assert last_seal() == Seal(seq=sealed.seq + 1, hash=Head.objects.get().hash, day=date(2026, 11, 23))


def test_a_day_sealed_by_hand_keeps_that_seal(sealed):
    before = sealed.file.read_bytes()
    seal_the_day_before.call("2026-11-23")
    assert sealed.file.read_bytes() == before


def test_somebody_without_the_site_verifies_what_was_exported(sealed, tmp_path, monkeypatch):
    monkeypatch.setattr("wian.ledger.tests.test_chain.AT", NOON.replace(microsecond=1))
    count(4)
    file = tmp_path / "record.jsonl"
    assert ledger("export", "--to", file)[0] == 0
    write_anew(1)  # whatever becomes of the site
    assert ledger("verify", "--file", file, "--against", sealed.file)[0] == 0


def test_a_changed_export_is_broken_where_it_was_changed(sealed, tmp_path):
    file = tmp_path / "record.jsonl"
    ledger("export", "--to", file)
    lines = file.read_text().splitlines(keepends=True)
    lines[1] = lines[1].replace('"office":"', '"office":"x')
    file.write_text("".join(lines))
    code, said = ledger("verify", "--file", file)
    assert (code, "entry 2 is the first broken one" in said) == (1, True)
    file.write_text("".join(lines[:1]))
    assert ledger("verify", "--file", file)[0] == 0
    assert ledger("verify", "--file", file, "--against", sealed.file)[0] == 1


def test_a_file_is_written_whole_or_not_at_all(tmp_path):
    def half(entries):
        yield from entries
        raise KeyError

    with pytest.raises(KeyError), whole(tmp_path / "record.jsonl") as out:
        export(half([Entry(at=NOON)]), out)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", [None, "[]\n", "{}\n", '{"at": "now"}\n', "\n"])
def test_what_is_no_export_is_refused_with_2(db, tmp_path, text):
    file = tmp_path / "record.jsonl"
    if text is not None:
        file.write_text(text)
    assert ledger("verify", "--file", file)[0] == 2


def test_the_auditor_reads_how_far_the_record_is_sealed(story):
    page = browser("auditor").get(reverse("ledger:entries"), HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert "wian ledger seal" in page
    ledger("seal")
    page = browser("auditor").get(reverse("ledger:entries")).content.decode()
    assert "๒๐ พฤศจิกายน ๒๕๖๙" in page
    assert Head.objects.get().hash[:12] not in page
