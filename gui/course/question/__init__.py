"""The question of a page: asked, judged, explained."""
