package io.kaimen.sandbox.calls;

import io.kaimen.sandbox.SandboxProperties;
import io.kaimen.sandbox.journal.Journal;
import io.kaimen.sandbox.journal.JournalEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The calls of the orders that were called about last; those of older ones are forgotten. */
@Component
public class CallLog {

    private static final String KIND = "call";
    private static final int KEPT_OF_ONE = 200;
    private static final Logger log = LoggerFactory.getLogger(CallLog.class);

    private final Journal journal;
    private final int keptOrders;
    private final Map<String, List<Call>> byOrder = new LinkedHashMap<>(16, 0.75f, true);

    CallLog(Journal journal, SandboxProperties properties) {
        this.journal = journal;
        this.keptOrders = properties.logsKept();
        journal.restore(KIND, Call.class, call -> keep(call.value()));
    }

    /** Adds a call; one that names no order is only written to the program's log. */
    public synchronized void add(Call call) {
        log.info(
                "{} {} -> {} {} ms {}",
                call.operation(),
                call.outOrderNo(),
                call.status(),
                call.millis(),
                call.faults());
        if (!call.outOrderNo().isEmpty()) {
            List<JournalEntry> entries = new ArrayList<>();
            entries.add(new JournalEntry(KIND, call.requestId(), call));
            for (Call old : keep(call)) {
                entries.add(JournalEntry.forgotten(KIND, old.requestId()));
            }
            journal.append(entries);
        }
    }

    /** An order's calls, oldest first; also of numbers under which nothing was ever created. */
    public synchronized List<Call> of(String outOrderNo) {
        return List.copyOf(byOrder.getOrDefault(outOrderNo, List.of()));
    }

    /** Keeps a call and returns what had to make room for it. */
    private List<Call> keep(Call call) {
        List<Call> same = byOrder.computeIfAbsent(call.outOrderNo(), number -> new ArrayList<>());
        same.add(call);
        if (same.size() > KEPT_OF_ONE) {
            return List.of(same.removeFirst());
        }
        if (byOrder.size() > keptOrders) {
            var eldest = byOrder.entrySet().iterator();
            List<Call> old = eldest.next().getValue();
            eldest.remove();
            return old;
        }
        return List.of();
    }
}
