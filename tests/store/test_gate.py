from threading import Event, Thread

from fcio.store.gate import Gate

LONG_ENOUGH = 5


def test_many_pass_together() -> None:
    gate = Gate()
    with gate.shared(), gate.shared():
        pass


def test_whoever_is_alone_waits_for_those_inside_and_keeps_others_out() -> None:
    gate, order = Gate(), []
    inside, leave, waiting = Event(), Event(), Event()

    def stay() -> None:
        with gate.shared():
            inside.set()
            leave.wait(LONG_ENOUGH)
            order.append("left")

    def replace() -> None:
        waiting.set()
        with gate.alone():
            order.append("alone")

    def late() -> None:
        with gate.shared():
            order.append("late")

    threads = [Thread(target=stay), Thread(target=replace), Thread(target=late)]
    threads[0].start()
    assert inside.wait(LONG_ENOUGH)
    threads[1].start()
    assert waiting.wait(LONG_ENOUGH)
    while not gate._taken:
        pass
    threads[2].start()
    leave.set()
    for thread in threads:
        thread.join(LONG_ENOUGH)
    assert order == ["left", "alone", "late"]


def test_an_exception_opens_the_gate_again() -> None:
    gate = Gate()
    for way in (gate.alone, gate.shared):
        try:
            with way():
                raise KeyError
        except KeyError:
            pass
    with gate.alone():
        pass
    with gate.shared():
        pass
