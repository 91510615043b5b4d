"""Outside systems, each behind one narrow port. Nothing here knows Django, the apps, or its siblings."""
