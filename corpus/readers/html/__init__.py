"""Web pages: what a reader sees of them, without menus and banners."""
