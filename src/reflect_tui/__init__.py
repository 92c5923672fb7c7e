"""A private, offline guide and notebook for anti-racist reflective supervision in social care."""

__version__ = "0.1.0"
