"""Does an assignment measure reasoning? Synthetic learners as data and models, and a report: `make validity`."""
