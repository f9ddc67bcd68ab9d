"""A tracker of a school's mentoring roadmap: plan, deadlines, documents."""

__version__ = "0.1.0"
