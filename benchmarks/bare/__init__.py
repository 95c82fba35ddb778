"""What Django costs by itself: the measure of our pages. The middleware of `startproject`, generic list views, plain templates."""
