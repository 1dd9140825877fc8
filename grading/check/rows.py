"""Is every table as it is described?"""

from collections.abc import Iterator

from course import tables
from course.subject import subject
from grading.check.rooms import DATA, KEYS


def table_faults() -> Iterator[str]:
    """The first fault of every table, of the course and of the keys."""
    for folder in (DATA, KEYS):
        try:
            names = tables.names(folder)
        except tables.TableError as e:
            yield f"{folder}/{e}"
            continue
        for name in names:
            later = name.startswith(tables.AFTER)
            try:
                if later:
                    tables.read_after(name.removeprefix(tables.AFTER), folder)
                else:
                    tables.read(name, folder)
            except tables.TableError as e:
                yield f"{folder}/{e}"
    try:
        subject()
    except tables.TableError as e:
        yield f"{DATA}/{e}"
