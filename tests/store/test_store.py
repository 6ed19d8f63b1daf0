"""The contract of a store. It knows no backend: name one in BACKENDS of conftest.py and this runs on it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from fcio.store import Changed, NotFound, Refused, Revision, Store, StoreUnreadable

from .conftest import Clock

TEXTS = some.text(some.characters(exclude_categories=["Cs"]), max_size=60)
NUMBERS = some.integers() | some.floats(allow_nan=False, allow_infinity=False)
VALUES = some.recursive(
    some.none() | some.booleans() | NUMBERS | TEXTS,
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)
SEVERAL_TIMES = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def document(**fields: Any) -> dict[str, Any]:
    return {"fcio": 1, "client": {"name": "Mill"}, "answers": fields}


def save(store: Store, key: str, expected: int | None = None, **changes: Any) -> Revision:
    given: dict[str, Any] = {
        "document": document(),
        "actor": "owner",
        "knowledge_version": "2026.1",
        "client_name": "Mill",
        "expected_revision": expected,
    }
    return store.save(key, **(given | changes))


class TestSave:
    def test_first_save_is_revision_one(self, store: Store, clock: Clock) -> None:
        key = store.new_id()
        saved = save(store, key, document=document(headcount=40), demo=True)
        assert saved == Revision(key, 1, "Mill", True, saved.saved_at, "owner", "2026.1", document(headcount=40))
        assert saved.saved_at.tzinfo is UTC
        assert saved.saved_at < clock()

    def test_zero_also_means_new(self, store: Store) -> None:
        assert save(store, store.new_id(), 0).revision == 1

    def test_each_change_is_a_new_revision_and_old_ones_stay(self, store: Store) -> None:
        key = store.new_id()
        for number in range(1, 6):
            assert save(store, key, number - 1, document=document(n=number)).revision == number
        for number in range(1, 6):
            assert store.load(key, number).document == document(n=number)

    @pytest.mark.parametrize("expected", [None, 0, 1, 3, -1])
    def test_another_expected_revision_is_told(self, store: Store, expected: int | None) -> None:
        key = store.new_id()
        save(store, key)
        save(store, key, 1, document=document(n=1))
        with pytest.raises(Changed, match="saved meanwhile in another window: reload"):
            save(store, key, expected, document=document(n=2))
        assert len(store.revisions(key)) == 2

    def test_a_stale_window_does_not_bring_back_an_erased_client(self, store: Store) -> None:
        key = store.new_id()
        save(store, key)
        store.erase(key)
        with pytest.raises(Changed, match="erased meanwhile"):
            save(store, key, 1, document=document(n=2))
        assert store.clients() == []

    @pytest.mark.parametrize("expected", [None, 0, 1, 7])
    def test_an_equal_document_adds_nothing(self, store: Store, expected: int | None) -> None:
        key = store.new_id()
        first = save(store, key, document={"a": 1, "b": [2, {"c": 3, "d": 4}]})
        other_order = {"b": [2, {"d": 4, "c": 3}], "a": 1}
        again = save(store, key, expected, document=other_order, actor="somebody else")
        assert again == first
        assert len(store.revisions(key)) == 1

    @pytest.mark.parametrize(("before", "after"), [(1, True), (1, 1.0), (0, False), (None, 0), ("", None)])
    def test_values_that_python_alone_calls_equal_are_a_change(
        self, store: Store, before: object, after: object
    ) -> None:
        key = store.new_id()
        save(store, key, document=document(n=before))
        assert save(store, key, 1, document=document(n=after)).revision == 2
        assert type(store.load(key).document["answers"]["n"]) is type(after)

    def test_going_back_to_an_older_state_is_a_change(self, store: Store) -> None:
        key = store.new_id()
        for number, n in enumerate([1, 2, 1]):
            save(store, key, number, document=document(n=n))
        assert len(store.revisions(key)) == 3

    def test_a_new_name_or_demo_mark_is_a_change(self, store: Store) -> None:
        key = store.new_id()
        save(store, key)
        assert save(store, key, 1, client_name="Bakery").revision == 2
        assert save(store, key, 2, client_name="Bakery", demo=True).revision == 3

    def test_what_was_handed_over_is_not_shared(self, store: Store) -> None:
        key, mine = store.new_id(), document(n=1)
        saved = save(store, key, document=mine)
        mine["answers"]["n"] = 2
        saved.document["answers"]["n"] = 3
        assert store.load(key).document == document(n=1)

    def test_time_is_kept_in_utc(self, store: Store, clock: Clock) -> None:
        half_past = datetime(2026, 6, 1, 9, 30, 15, 123456, timezone(timedelta(hours=5, minutes=30)))
        clock.now, clock.step = half_past, timedelta(0)
        saved = save(store, key := store.new_id())
        assert saved.saved_at == store.load(key).saved_at == half_past
        assert store.load(key).saved_at.hour == 4


class TestLetterForLetter:
    @pytest.mark.parametrize(
        "text",
        [
            "",
            " ",
            "'; DROP TABLE assessments; --",
            '"\\"',
            "$1 %s :name {x}",
            "\0",
            "a\0b",
            "\r\n\t\x1f\x7f",
            "👩‍👩‍👧‍👦🇺🇳",
            "שלום עולם‏",
            "e\u0301 ≠ é",
            "\u2028\u2029\ufeff\uffff",
            "𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
            "ü" * 10_000,
            "\\u0000 \\ud800",
            "null",
        ],
    )
    def test_text_everywhere(self, reopen: Callable[[], Store], text: str) -> None:
        kept = {"client": {"name": text}, text: [text]}
        with reopen() as store:
            key = store.new_id()
            save(store, key, document=kept, client_name=text, actor=text, knowledge_version=text)
        with reopen() as store:
            found = store.load(key)
            assert (found.document, found.client_name, found.actor, found.knowledge_version) == (
                kept,
                text,
                text,
                text,
            )
            assert store.clients()[0].name == text

    @SEVERAL_TIMES
    @given(kept=some.dictionaries(TEXTS, VALUES, max_size=6))
    def test_any_document_comes_back(self, store: Store, kept: dict[str, Any]) -> None:
        key = store.new_id()
        assert save(store, key, document=kept).document == kept
        assert repr(store.load(key).document) == repr(kept)
        assert save(store, key, 1, document=kept).revision == 1

    @SEVERAL_TIMES
    @given(states=some.lists(some.integers(0, 2), min_size=1, max_size=8))
    def test_history_is_the_states_without_repeats(self, store: Store, states: list[int]) -> None:
        key, number = store.new_id(), 0
        expected: list[int] = []
        for state in states:
            number = save(store, key, number, document=document(n=state)).revision
            if expected[-1:] != [state]:
                expected.append(state)
        history = [store.load(key, row.revision).document["answers"]["n"] for row in store.revisions(key)]
        assert history == expected

    @pytest.mark.parametrize(
        "wrong",
        [
            {"a": "\ud800"},
            {"\udfff": 1},
            {"a": "\ud83d\ude00"},
            {"a": float("nan")},
            {"a": float("inf")},
            {1: "a"},
            {"a": (1, 2)},
            {"a": {1, 2}},
            {"a": b"x"},
            {"a": object()},
            [1],
            "text",
            None,
        ],
    )
    def test_what_json_would_change_is_refused(self, store: Store, wrong: Any) -> None:
        with pytest.raises(Refused, match=r"^Nothing was saved, because the document [^.]*\.$"):
            save(store, store.new_id(), document=wrong)
        assert store.clients() == []

    @pytest.mark.parametrize("field", ["client_name", "actor", "knowledge_version"])
    @pytest.mark.parametrize("wrong", ["half \ud83d", None, 7])
    def test_columns_refuse_what_is_not_text(self, store: Store, field: str, wrong: Any) -> None:
        with pytest.raises(Refused, match=r"^Nothing was saved, because the [^.]*\.$"):
            save(store, store.new_id(), **{field: wrong})

    def test_a_document_without_end_is_refused(self, store: Store) -> None:
        circle: dict[str, Any] = {}
        circle["circle"] = circle
        deep: Any = 0
        for _ in range(100_000):
            deep = [deep]
        for wrong in (circle, {"deep": deep}):
            with pytest.raises(Refused):
                save(store, store.new_id(), document=wrong)


class TestRead:
    def test_latest_unless_named(self, store: Store) -> None:
        key = store.new_id()
        save(store, key)
        save(store, key, 1, document=document(n=2))
        assert store.load(key).revision == 2
        assert store.load(key, 1).document == document()

    @pytest.mark.parametrize("number", [0, 2, -1, 10**30])
    def test_a_revision_that_is_not_there(self, store: Store, number: int) -> None:
        key = store.new_id()
        save(store, key)
        with pytest.raises(NotFound):
            store.load(key, number)

    @pytest.mark.parametrize("key", ["", "nobody", "' OR 1=1 --", "\0", "x" * 100_000])
    def test_an_assessment_that_is_not_there(self, store: Store, key: str) -> None:
        save(store, store.new_id())
        for ask in (store.load, store.revisions, store.erase):
            with pytest.raises(NotFound, match=r"^This client or revision is not in the store: [^.]*\.$"):
                ask(key)

    def test_history_comes_first_revision_first(self, store: Store) -> None:
        key = store.new_id()
        save(store, key, actor="owner")
        save(store, key, 1, document=document(n=2), actor="adviser", knowledge_version="2026.2")
        save(store, store.new_id())
        rows = store.revisions(key)
        assert [(row.assessment_id, row.revision, row.actor, row.knowledge_version) for row in rows] == [
            (key, 1, "owner", "2026.1"),
            (key, 2, "adviser", "2026.2"),
        ]
        assert [row.saved_at for row in rows] == [store.load(key, n).saved_at for n in (1, 2)]

    def test_clients_are_listed_by_last_saved(self, store: Store) -> None:
        keys = [store.new_id() for _ in range(3)]
        for key, name in zip(keys, ["Mill", "Bakery", "Clinic"], strict=True):
            save(store, key, client_name=name, demo=name == "Bakery")
        save(store, keys[0], 1, document=document(n=1), client_name="Mill & Sons")
        listed = store.clients()
        assert [(client.name, client.demo, client.revision) for client in listed] == [
            ("Mill & Sons", False, 2),
            ("Clinic", False, 1),
            ("Bakery", True, 1),
        ]
        assert [client.assessment_id for client in listed] == [keys[0], keys[2], keys[1]]
        assert listed[0].saved_at == store.load(keys[0]).saved_at

    def test_equal_times_are_listed_by_id(self, store: Store, clock: Clock) -> None:
        clock.step = timedelta(0)
        for key in "cab":
            save(store, key)
        assert [client.assessment_id for client in store.clients()] == ["a", "b", "c"]

    def test_ids_are_new(self, store: Store) -> None:
        ids = {store.new_id() for _ in range(1000)}
        assert len(ids) == 1000
        assert all(len(key) == 32 and set(key) <= set("0123456789abcdef") for key in ids)


class TestErase:
    def test_only_the_one_client_goes(self, store: Store) -> None:
        gone, stays = store.new_id(), store.new_id()
        for key in (gone, stays):
            save(store, key)
            save(store, key, 1, document=document(key=key))
        before = [store.load(stays, n) for n in (1, 2)]
        store.erase(gone)
        with pytest.raises(NotFound):
            store.load(gone)
        assert [store.load(stays, n) for n in (1, 2)] == before
        assert [client.assessment_id for client in store.clients()] == [stays]

    def test_the_store_works_on(self, reopen: Callable[[], Store], store: Store) -> None:
        key = store.new_id()
        save(store, key)
        store.erase(key)
        save(store, key, document=document(n="again"))
        store.close()
        with reopen() as again:
            assert again.load(key).document == document(n="again")


class TestOpenAndClose:
    def test_everything_is_there_after_reopening(self, reopen: Callable[[], Store]) -> None:
        with reopen() as store:
            saved = save(store, store.new_id())
        with reopen() as store:
            assert store.load(saved.assessment_id) == saved

    def test_a_closed_store_says_so(self, store: Store) -> None:
        store.close()
        store.close()
        asks = [store.clients, lambda: store.load("a"), lambda: store.erase("a"), lambda: save(store, "a")]
        for ask in asks:
            with pytest.raises(StoreUnreadable, match="is closed"):
                ask()


class TestThreads:
    def test_of_many_savers_of_one_revision_one_wins(self, store: Store) -> None:
        key = store.new_id()
        save(store, key)

        def race(number: int, thread: int) -> bool:
            try:
                save(store, key, number, document=document(number=number, thread=thread))
            except Changed:
                return False
            return True

        with ThreadPoolExecutor(8) as pool:
            for number in range(1, 16):
                assert sum(pool.map(race, [number] * 8, range(8))) == 1
        assert [row.revision for row in store.revisions(key)] == list(range(1, 17))

    def test_savers_of_different_clients_are_never_told_changed(self, store: Store) -> None:
        def interview(thread: int) -> str:
            key, number = store.new_id(), 0
            for n in range(25):
                number = save(store, key, number, document=document(thread=thread, n=n)).revision
                assert store.load(key).document == document(thread=thread, n=n)
            return key

        with ThreadPoolExecutor(8) as pool:
            keys = list(pool.map(interview, range(8)))
        saved = {client.assessment_id: client.revision for client in store.clients()}
        assert saved == dict.fromkeys(keys, 25)

    def test_erasing_breaks_no_other_thread(self, store: Store) -> None:
        doomed = [store.new_id() for _ in range(5)]
        for key in doomed:
            save(store, key)

        def interview(thread: int) -> tuple[str, int]:
            key, number = store.new_id(), 0
            for n in range(40):
                number = save(store, key, number, document=document(thread=thread, n=n)).revision
                assert len(store.revisions(key)) == number
            return key, number

        with ThreadPoolExecutor(5) as pool:
            interviews = [pool.submit(interview, thread) for thread in range(4)]
            list(pool.map(store.erase, doomed))
            saved = dict(interview.result() for interview in interviews)
        assert {client.assessment_id: client.revision for client in store.clients()} == saved
