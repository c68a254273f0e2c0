package io.kaimen.local.check.rule;

import io.kaimen.local.check.source.Evidence;
import java.util.List;

/** Every half message was committed or rolled back. */
final class NoHalfMessages implements Rule {

    @Override
    public String name() {
        return "no-half-messages";
    }

    @Override
    public String says() {
        return "every half message was committed or rolled back";
    }

    @Override
    public List<Finding> look(Evidence evidence) {
        return evidence.messages().half().stream()
                .map(half ->
                        Finding.staying(
                                half.topic(),
                                half.queue() + ":" + half.offset(),
                                "%s of %s waits since %s"
                                        .formatted(half.meantFor(), half.key(), half.bornAt()),
                                half.bornAt(),
                                // The broker notes what ended after 3 s and asks every 5 s.
                                Patience.MESSAGE,
                                evidence.now()))
                .toList();
    }
}
