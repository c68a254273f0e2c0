package io.kaimen.sandbox.wechat.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** The nonces of the last minutes, each good for one request. */
final class Nonces {

    private final Duration window;
    private final Set<String> seen = new HashSet<>();
    private final Deque<Use> uses = new ArrayDeque<>();

    private record Use(String nonce, Instant at) {}

    /** Remembers nonces for the window, after which their timestamps are refused anyway. */
    Nonces(Duration window) {
        this.window = window;
    }

    /** Whether this is the nonce's first use; remembers it. */
    synchronized boolean firstUse(String nonce, Instant now) {
        Use oldest = uses.peek();
        while (oldest != null && oldest.at().isBefore(now.minus(window))) {
            seen.remove(oldest.nonce());
            uses.remove();
            oldest = uses.peek();
        }
        if (!seen.add(nonce)) {
            return false;
        }
        uses.add(new Use(nonce, now));
        return true;
    }
}
