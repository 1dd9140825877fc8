"""What a class gained between the check-in and the check-out: from files that learners hand in, or their journals."""
