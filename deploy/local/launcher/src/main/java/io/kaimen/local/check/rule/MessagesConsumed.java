package io.kaimen.local.check.rule;

import io.kaimen.local.check.source.Evidence;
import io.kaimen.local.check.source.Messages.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every consumer keeps up. Cabinets never stop talking, so there is always something unread; what
 * counts is whether what was unread at an earlier look still is. Remembers its looks.
 */
final class MessagesConsumed implements Rule {

    private final Map<Queue, Mark> marks = new HashMap<>();

    private record Queue(String group, String topic, int number) {}

    /** There were messages up to that offset at that time. */
    private record Mark(long stored, Instant at) {}

    @Override
    public String name() {
        return "messages-consumed";
    }

    @Override
    public String says() {
        return "every consumer group has what is in its queues";
    }

    @Override
    public List<Finding> look(Evidence evidence) {
        var findings = new ArrayList<Finding>();
        for (var position : evidence.messages().positions()) {
            unread(position, evidence.now()).forEach(findings::add);
        }
        return findings;
    }

    private Stream<Finding> unread(Position position, Instant now) {
        var queue = new Queue(position.group(), position.topic(), position.queue());
        var mark = marks.get(queue);
        if (mark != null && position.consumed() >= mark.stored()) {
            marks.remove(queue);
            mark = null;
        }
        if (position.consumed() >= position.stored()) {
            return Stream.empty();
        }
        if (mark == null) {
            mark = new Mark(position.stored(), now);
            marks.put(queue, mark);
        }
        return Stream.of(
                Finding.staying(
                        position.topic(),
                        position.group() + " queue " + position.queue(),
                        "%d messages are not consumed"
                                .formatted(position.stored() - position.consumed()),
                        mark.at(),
                        Patience.CONSUMERS_TELL,
                        now));
    }
}
