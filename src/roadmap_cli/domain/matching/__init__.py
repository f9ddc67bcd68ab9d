"""Who should be whose mentor: an exact plan for the whole cohort, with the reasons for it."""
