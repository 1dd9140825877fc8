"""nbgrader's exchange, which says in one line what has to come first."""

from pathlib import Path

from nbgrader.exchange.default import ExchangeCollect, ExchangeReleaseFeedback


class CourseCollect(ExchangeCollect):  # type: ignore[misc] # nbgrader is untyped
    """Collect what learners handed in through the exchange."""

    def init_src(self) -> None:
        """As nbgrader's, which says only that a folder is missing."""
        course, name = Path(self.root, self.coursedir.course_id), self.coursedir.assignment_id
        if not (course / "inbound").is_dir():
            self.fail(
                f"{course}: nothing was released through this exchange; run `nbgrader release_assignment {name}`, "
                "or `zip_collect` where learners hand in elsewhere."
            )
        super().init_src()


class CourseReleaseFeedback(ExchangeReleaseFeedback):  # type: ignore[misc] # nbgrader is untyped
    """Give feedback out through the exchange."""

    def init_src(self) -> None:
        """As nbgrader's, which says nothing and succeeds where there is nothing to give out."""
        super().init_src()
        source, root = Path(self.src_path), Path(self.coursedir.root)
        if not any(root.glob(f"{source.relative_to(root)}/*.html")):
            self.fail(f"{source}: no feedback; run `nbgrader generate_feedback {self.coursedir.assignment_id}`.")
