"""The claim archive: what goes in comes out, and nothing that was reported is ever lost."""

from __future__ import annotations

import datetime
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.archive import Archive, ArchiveError, Entry, digest
from factcheck.checks.fullnames import _differences, may_be_one
from factcheck.model import Claim, Interval, Quantity, Role, Span
from factcheck.packing import pack, unpack
from factcheck.spelling import name_blocks, name_tokens

DAY = datetime.date(2019, 7, 6)


def role_claim(story: str, entity: str = "ada-moss", title: str = "mayor", dated: datetime.date = DAY) -> Claim:
    return Claim(
        document=story,
        entity=entity,
        name=entity.replace("-", " ").title(),
        keys=(f"person:{entity}", f"office:{title}/arden"),
        attribute="role",
        value=Role(title, "", "arden", title.title()),
        possible=Interval(None, dated),
        certain=Interval(dated, None),
        span=Span(3, 9),
        text="Mayor Ada Moss",
        sentence="Mayor Ada Moss opened the bridge.",
        dated=dated,
    )


def name_claim(story: str, name: str) -> Claim:
    keys = (f"person:{name.lower().replace(' ', '-')}", *name_blocks(name))
    return role_claim(story)._replace(attribute="name", value=name, text=name, keys=keys)


def entry(story: str, *claims: Claim, rules: str = "1") -> Entry:
    return Entry(story, digest(story, "", DAY), rules, DAY, claims or (role_claim(story),))


values = st.one_of(
    st.text(),
    st.builds(Role, st.text(), st.text(), st.text(), st.text()),
    st.builds(Quantity, st.integers(0, 9), st.just(float("inf")), st.text(), st.text(), st.text()),
    st.builds(Interval, st.none() | st.dates(), st.none() | st.dates()),
)


@given(values, st.text(), st.none() | st.dates())
def test_claims_come_back_from_packing_unchanged(value: Role, words: str, day: datetime.date | None) -> None:
    claim = role_claim("a")._replace(value=value, text=words, sentence=words[:80], certain=None, dated=day)
    assert unpack("a", pack([claim])) == (claim,)


def test_long_sentences_are_cut_around_the_claim() -> None:
    claim = role_claim("a")._replace(sentence="x" * 300 + "Mayor Ada Moss" + "y" * 300)
    (kept,) = unpack("a", pack([claim]))
    assert "Mayor Ada Moss" in kept.sentence
    assert len(kept.sentence) == 82


def test_claims_are_found_by_any_of_their_keys(tmp_path: Path) -> None:
    with Archive(tmp_path / "a", create=True) as archive:
        archive.add([entry("one"), entry("two", role_claim("two", "ben-ash"))])
        assert archive.about(["person:ada-moss"]) == (role_claim("one"),)
        assert {c.document for c in archive.about(["office:mayor/arden"])} == {"one", "two"}
        assert archive.about(["person:nobody"]) == ()


def test_every_distinct_value_comes_back_however_common_the_entity(tmp_path: Path) -> None:
    with Archive(tmp_path / "a", create=True) as archive:
        archive.add(entry(f"m{n}", role_claim(f"m{n}")) for n in range(500))
        archive.add(entry(f"j{n}", role_claim(f"j{n}", title="judge")) for n in range(3))
        found = archive.about(["person:ada-moss"])
    assert {c.value.title for c in found if isinstance(c.value, Role)} == {"mayor", "judge"}
    assert len(found) == 4


def surnames(claims: tuple[Claim, ...]) -> set[str]:
    return {str(claim.value).split()[1] for claim in claims}


def test_a_misspelt_name_is_found_in_a_block_that_hundreds_share(tmp_path: Path) -> None:
    letters = "bcdfghklmnprstvwz"
    names = [f"Ada M{a}o{b}{c}ins" for a in letters for b in letters for c in letters[:2]]
    wanted = "Ada Mossgrave"
    with Archive(tmp_path / "a", create=True) as archive:
        archive.add(entry(f"s{n}", name_claim(f"s{n}", name)) for n, name in enumerate([*names, wanted]))
        blocks = name_blocks("Ada Mosgrave")
        near = archive.about(blocks, near=lambda _, name: may_be_one(name, "Ada Mosgrave"))
        assert surnames(near) == {"Mossgrave"}
        assert len(archive.about(blocks)) <= 400
        assert archive.forget(f"s{len(names)}")
        assert archive.about(blocks, near=lambda _, name: may_be_one(name, "Ada Mosgrave")) == ()
        assert archive.verify() == ()


words = st.text("abcde", min_size=1, max_size=7).map(str.capitalize)


@given(words, words, words, words)
def test_no_name_is_passed_by_that_would_be_compared(first: str, last: str, other: str, another: str) -> None:
    one, two = f"{first} {last}", f"{other} {another}"
    left, right = name_tokens(one), name_tokens(two)
    assume(len(left) == len(right) == 2)  # another name stands in no block
    assert may_be_one(one, two) == (left == right or bool(_differences(left, right)))


def test_one_story_shows_a_spelling_that_many_have(tmp_path: Path) -> None:
    with Archive(tmp_path / "a", create=True) as archive:
        archive.add(entry(f"s{n}", name_claim(f"s{n}", "Ada Mossgrave")) for n in range(30))
        found = archive.about(name_blocks("Ada Mossgrave"), near=lambda _, name: True)
        assert {claim.document for claim in found} == {"s0"}


def test_an_archive_of_the_first_layout_is_brought_to_this_one(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with Archive(path, create=True) as archive:
        archive.add(entry(f"s{n}", name_claim(f"s{n}", name)) for n, name in enumerate(("Ada Mossgrave", "Ben Ash")))
    with sqlite3.connect(path) as db:
        db.execute("DROP TABLE spelling")
        db.execute("PRAGMA user_version = 1")
    db.close()
    with Archive(path) as archive:
        assert surnames(archive.about(name_blocks("Ada Mossgrave"), near=lambda _, name: True)) == {"Mossgrave"}
        assert archive.verify() == ()
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (2,)
    db.close()


def test_a_spelling_that_is_missing_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with Archive(path, create=True) as archive:
        archive.add([entry("one", name_claim("one", "Ada Mossgrave"))])
    with sqlite3.connect(path) as db:
        db.execute("DELETE FROM spelling")
    db.close()
    with Archive(path) as archive:
        assert archive.verify() == ("the index of one does not match its claims; add that story again",)


def test_the_story_being_checked_is_not_compared_with_itself(tmp_path: Path) -> None:
    with Archive(tmp_path / "a", create=True) as archive:
        archive.add([entry("one")])
        assert archive.about(["person:ada-moss"], but=["one"]) == ()


def test_an_updated_story_replaces_its_claims(tmp_path: Path) -> None:
    with Archive(tmp_path / "a", create=True) as archive:
        archive.add([entry("one")])
        archive.add([entry("one", role_claim("one", title="judge"))])
        assert archive.about(["office:mayor/arden"]) == ()
        assert archive.stats().stories == 1
        assert archive.verify() == ()


def test_a_withdrawn_story_is_forgotten(tmp_path: Path) -> None:
    with Archive(tmp_path / "a", create=True) as archive:
        archive.add([entry("one")])
        assert archive.forget("one")
        assert not archive.forget("one")
        assert archive.about(["person:ada-moss"]) == ()
        assert archive.stats().places == 0


def test_an_unchanged_story_is_known_and_a_new_rule_set_is_not(tmp_path: Path) -> None:
    with Archive(tmp_path / "a", create=True) as archive:
        archive.add([entry("one")])
        same = digest("one", "", DAY)
        assert archive.state("one", same, "1") == "unchanged"
        assert archive.state("one", same, "2") == "updated"
        assert archive.state("one", digest("one, corrected", "", DAY), "1") == "updated"
        assert archive.state("two", same, "1") == "added"


def test_local_keys_take_no_room(tmp_path: Path) -> None:
    claim = role_claim("one")._replace(keys=("count:one/killed",))
    with Archive(tmp_path / "a", create=True) as archive:
        archive.add([entry("one", claim)])
        assert archive.stats().places == 0
        assert archive.about(["count:one/killed"]) == ()
        assert archive.verify() == ()


def test_a_name_has_a_place_only_where_names_meet(tmp_path: Path) -> None:
    claim = name_claim("one", "Ada Mossgrave")
    claim = claim._replace(keys=(*claim.keys, *(key.replace(":", ":one/") for key in name_blocks("Ada Mossgrave"))))
    with Archive(tmp_path / "a", create=True) as archive:
        archive.add([entry("one", claim)])
        assert archive.stats().places == len(name_blocks("Ada Mossgrave")) == 2
        (kept,) = archive.about(name_blocks("Ada Mossgrave"))
    assert kept.keys == ("person:ada-mossgrave", *name_blocks("Ada Mossgrave"))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"a story, not an archive", "not an archive"),
        (b"SQLite format 3\0" + bytes(52) + b"\x00\x00\x00\x07" + bytes(64), "another program"),
    ],
)
def test_a_foreign_file_is_named_and_left_alone(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "a"
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match=says):
        Archive(path, create=True)
    assert path.read_bytes() == content


def test_a_newer_archive_is_named_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a"
    Archive(path, create=True).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    before = path.read_bytes()
    with pytest.raises(ArchiveError, match="newer factcheck"):
        Archive(path)
    assert path.read_bytes() == before


def test_a_damaged_archive_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with Archive(path, create=True) as archive:
        archive.add(entry(f"s{n}", role_claim(f"s{n}", f"person-{n}")) for n in range(400))
        archive.compact()
    content = bytearray(path.read_bytes())
    content[5000 : len(content) - 2000] = os.urandom(len(content) - 7000)
    path.write_bytes(content)
    try:
        with Archive(path) as archive:
            problems: object = archive.verify()
    except ArchiveError as error:
        problems = str(error)
    assert problems


def test_a_missing_archive_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="archive add"):
        Archive(tmp_path / "a")
    assert not (tmp_path / "a").exists()


WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from test_archive import entry, role_claim
from factcheck.archive import Archive
archive = Archive(Path({path!r}), create=True)
for batch in range({first}, {last}):
    names = [f"s{{batch}}-{{n}}" for n in range(20)]
    archive.add(entry(name, role_claim(name, f"person-{{n}}")) for n, name in enumerate(names))
    print(batch, flush=True)
"""


def start_writer(path: Path, first: int, last: int) -> subprocess.Popen[str]:
    code = WRITER.format(tests=str(Path(__file__).parent), path=str(path), first=first, last=last)
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_what_was_reported_survives_a_kill_and_nothing_is_half_there(tmp_path: Path) -> None:
    path = tmp_path / "a"
    for round_number in range(3):
        writer = start_writer(path, round_number * 1000, round_number * 1000 + 1000)
        assert writer.stdout
        reported = [int(writer.stdout.readline()) for _ in range(5)]
        time.sleep(0.01 * round_number)
        writer.send_signal(signal.SIGKILL)
        reported += [int(line) for line in writer.stdout.read().split("\n")[:-1]]
        writer.wait()
        with Archive(path) as archive:
            assert archive.verify() == ()
            stories = {story for story, _ in archive.stories()}
            assert {f"s{batch}-{n}" for batch in reported for n in range(20)} <= stories
            assert len(stories) % 20 == 0


def test_two_writers_and_a_reader_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a"
    Archive(path, create=True).close()
    writers = [start_writer(path, 0, 30), start_writer(path, 100, 130)]
    with Archive(path) as archive:
        while any(writer.poll() is None for writer in writers):
            assert archive.stats().stories % 20 == 0
            archive.about(["person:person-1"])
    assert [writer.wait() for writer in writers] == [0, 0]
    with Archive(path) as archive:
        assert archive.stats().stories == 1200
        assert archive.verify() == ()
    for writer in writers:
        writer.communicate()


def test_a_full_disk_loses_nothing_that_was_reported(tmp_path: Path) -> None:
    path = tmp_path / "a"
    code = WRITER.format(tests=str(Path(__file__).parent), path=str(path), first=0, last=1000)
    code = (
        "import resource, signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))\n{code}"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "ArchiveError" in done.stderr
    reported = [int(line) for line in done.stdout.split()]
    with Archive(path) as archive:
        assert archive.verify() == ()
        stories = {story for story, _ in archive.stories()}
        assert {f"s{batch}-{n}" for batch in reported for n in range(20)} <= stories


def test_an_archive_can_be_copied_and_compacted(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with Archive(path, create=True) as archive:
        archive.add(entry(f"s{n}", role_claim(f"s{n}", f"person-{n}")) for n in range(800))
        before = archive.compact()
        for n in range(700):
            archive.forget(f"s{n}")
        assert archive.compact() < before / 2
    shutil.copy(path, tmp_path / "b")
    with Archive(tmp_path / "b") as archive:
        assert archive.stats().stories == 100


SLIP = "OSLO, July 6, 2019 - {title} {name} met voters on Friday, July 5, 2019. {title} {name} left in August.\n"


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "factcheck", "archive", *words, "--isolated"]


def write_stories(path: Path, start: int, end: int) -> None:
    names = ("Ada Mossgrave", "Ben Ashworthy", "Cleo Tarnfield", "Dan Ickleford")
    rows = [{"id": f"story-{n}", "text": SLIP.format(title="Sen.", name=names[n % 4])} for n in range(start, end)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def test_adding_goes_on_after_a_kill(tmp_path: Path) -> None:
    path, stories = tmp_path / "a", tmp_path / "stories.jsonl"
    write_stories(stories, 0, 2_000)
    add = command("add", str(stories), "--archive", str(path), "--verbose", "--jobs", "1")
    adding = subprocess.Popen(add, stdout=subprocess.PIPE, text=True)
    assert adding.stdout
    reported = [adding.stdout.readline().split()[1]]
    adding.send_signal(signal.SIGKILL)
    reported += [line.split()[1] for line in adding.stdout.read().split("\n")[:-1]]
    adding.wait()
    with Archive(path) as archive:
        assert archive.verify() == ()
        there = {story for story, _ in archive.stories()}
    assert set(reported) <= there
    assert len(there) < 2_000
    again = subprocess.run(add, capture_output=True, text=True, check=True)
    assert f"{2_000 - len(there):,} added, 0 updated, {len(there):,} unchanged" in again.stdout
    with Archive(path) as archive:
        assert archive.verify() == ()
        assert archive.stats().stories == 2_000


def test_two_commands_add_to_one_archive(tmp_path: Path) -> None:
    path = tmp_path / "a"
    writers = []
    for number in range(2):
        stories = tmp_path / f"{number}.jsonl"
        write_stories(stories, number * 300, number * 300 + 400)
        writers.append(subprocess.Popen(command("add", str(stories), "--archive", str(path)), stdout=subprocess.PIPE))
    assert [writer.wait() for writer in writers] == [0, 0]
    for writer in writers:
        writer.communicate()
    with Archive(path) as archive:
        assert archive.verify() == ()
        assert archive.stats().stories == 700


def test_a_story_is_checked_against_an_archive(tmp_path: Path) -> None:
    path, stories, new = tmp_path / "a", tmp_path / "stories.jsonl", tmp_path / "new.txt"
    write_stories(stories, 0, 40)
    subprocess.run(command("add", str(stories), "--archive", str(path)), check=True, capture_output=True)
    new.write_text(SLIP.format(title="Rep.", name="Ada Mossgrave"), "utf-8")
    check = [sys.executable, "-m", "factcheck", str(new), "--isolated", "--format", "concise"]
    assert "WHO001" not in subprocess.run(check, capture_output=True, text=True, check=False).stdout
    against = subprocess.run([*check, "--against", str(path)], capture_output=True, text=True, check=False)
    assert "WHO001" in against.stdout
