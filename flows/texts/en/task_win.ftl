# A step is done: what small win was in it?

tu_win = Was there a small win in it, worth remembering? You can skip this.
    .topic = The small win
    .help =
        Why: small successes carry a long way, and they are good to tell.
        Example: the adviser asked for more material.
