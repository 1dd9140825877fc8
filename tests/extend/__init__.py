"""The course is extended in a copy of the project, by the steps of CONTRIBUTING.md, and then used."""
