package io.kaimen.sandbox.calls;

import io.kaimen.sandbox.journal.Journal;
import io.kaimen.sandbox.journal.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** All calls by order, the latest {@value #KEPT} of each. */
@Component
public class CallLog {

    static final int KEPT = 200;
    private static final String KIND = "call";
    private static final Logger log = LoggerFactory.getLogger(CallLog.class);

    private final Journal journal;
    private final Map<String, List<Call>> byOrder = new ConcurrentHashMap<>();

    CallLog(Journal journal) {
        this.journal = journal;
        journal.restore(KIND, Call.class).forEach(this::keep);
    }

    /** Adds a call; one that names no order is only written to the program's log. */
    public void add(Call call) {
        log.info(
                "{} {} -> {} {} ms {}",
                call.operation(),
                call.outOrderNo(),
                call.status(),
                call.millis(),
                call.faults());
        if (!call.outOrderNo().isEmpty()) {
            journal.append(List.of(new JournalEntry(KIND, call.requestId(), call)));
            keep(call);
        }
    }

    /** An order's calls, oldest first; also of numbers under which nothing was ever created. */
    public List<Call> of(String outOrderNo) {
        return byOrder.getOrDefault(outOrderNo, List.of());
    }

    private void keep(Call call) {
        byOrder.merge(call.outOrderNo(), List.of(call), CallLog::joined);
    }

    private static List<Call> joined(List<Call> before, List<Call> added) {
        List<Call> all = new ArrayList<>(before);
        all.addAll(added);
        return List.copyOf(all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }
}
