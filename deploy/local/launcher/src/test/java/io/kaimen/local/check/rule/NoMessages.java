package io.kaimen.local.check.rule;

import io.kaimen.local.check.source.Messages;
import java.util.List;

/** A broker with nothing in it. */
class NoMessages implements Messages {

    @Override
    public List<Stored> dead() {
        return List.of();
    }

    @Override
    public List<Stored> half() {
        return List.of();
    }

    @Override
    public List<Position> positions() {
        return List.of();
    }
}
