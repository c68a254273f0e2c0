package io.kaimen.local.check.rule;

import io.kaimen.local.check.source.Evidence;
import java.util.List;

/** No consumer gave a message up, and the broker no half message. */
final class NoDeadLetters implements Rule {

    @Override
    public String name() {
        return "no-dead-letters";
    }

    @Override
    public String says() {
        return "no message was given up";
    }

    @Override
    public List<Finding> look(Evidence evidence) {
        return evidence.messages().dead().stream()
                .map(dead ->
                        Finding.wrong(
                                dead.topic(),
                                dead.queue() + ":" + dead.offset(),
                                "%s of %s, sent at %s"
                                        .formatted(dead.meantFor(), dead.key(), dead.bornAt())))
                .toList();
    }
}
