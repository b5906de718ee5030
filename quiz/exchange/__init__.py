"""What people have, in other formats → cards; and cards → other formats. Nothing that is left behind is left unsaid."""
