from msgspec import Struct


class Compared(Struct, frozen=True):
    reuse: tuple = ()
    utterances: tuple = ()
    own_text: dict = {}
    limits: tuple = ()


def compare(annotations, attributions):
    return Compared()
