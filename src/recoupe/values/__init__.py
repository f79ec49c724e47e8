from recoupe.linguistics import Annotation
from recoupe.model import Value


def read_values(annotation: Annotation) -> tuple[Value, ...]:
    return ()
