package io.kaimen.sandbox.wechat.notify;

import io.kaimen.sandbox.SandboxProperties;
import io.kaimen.sandbox.journal.Journal;
import io.kaimen.sandbox.journal.JournalEntry;
import io.kaimen.sandbox.wechat.notify.Notice.State;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** The notices still to be sent, and the finished ones of the latest orders. */
@Component
public class Notices {

    private static final String KIND = "notice";
    private static final int LOOKED_AT = 10;

    private final Journal journal;
    private final int keptOrders;
    private final Map<String, Map<String, Notice>> byOrder = new LinkedHashMap<>();
    private final Map<String, String> orderById = new HashMap<>();

    Notices(Journal journal, SandboxProperties properties) {
        this.journal = journal;
        this.keptOrders = properties.logsKept();
        journal.restore(KIND, Notice.class, notice -> put(notice.value()));
    }

    /** An order's notices, oldest first. */
    public synchronized List<Notice> of(String outOrderNo) {
        return byOrder.getOrDefault(outOrderNo, Map.of()).values().stream()
                .sorted(Comparator.comparing(Notice::createdAt))
                .toList();
    }

    /** How a notice is remembered; for writing it together with the change that causes it. */
    static JournalEntry entry(Notice notice) {
        return new JournalEntry(KIND, notice.id(), notice);
    }

    /** Takes up a notice that is in the journal already. */
    synchronized void index(Notice notice) {
        put(notice);
        makeRoom();
    }

    synchronized Optional<Notice> find(String id) {
        return Optional.ofNullable(orderById.get(id))
                .map(byOrder::get)
                .map(notices -> notices.get(id));
    }

    /** Changes a notice, unless it was forgotten, and remembers that before anybody sees it. */
    synchronized Optional<Notice> change(String id, UnaryOperator<Notice> change) {
        Optional<Notice> before = find(id);
        Optional<Notice> after = before.map(change);
        if (!after.equals(before)) {
            journal.append(after.stream().map(Notices::entry).toList());
            after.ifPresent(this::put);
        }
        return after;
    }

    /** Those still to be sent. */
    synchronized List<Notice> waiting() {
        return byOrder.values().stream()
                .flatMap(notices -> notices.values().stream())
                .filter(notice -> notice.state() == State.WAITING)
                .toList();
    }

    private void put(Notice notice) {
        orderById.put(notice.id(), notice.outOrderNo());
        byOrder.computeIfAbsent(notice.outOrderNo(), number -> new LinkedHashMap<>())
                .put(notice.id(), notice);
    }

    /** Forgets a finished one of the oldest orders when there are too many. */
    private void makeRoom() {
        if (byOrder.size() <= keptOrders) {
            return;
        }
        byOrder.entrySet().stream()
                .limit(LOOKED_AT)
                .filter(order -> order.getValue().values().stream().allMatch(Notice::isFinished))
                .findFirst()
                .map(Map.Entry::getKey)
                .ifPresent(this::forget);
    }

    private void forget(String outOrderNo) {
        Map<String, Notice> forgotten = byOrder.remove(outOrderNo);
        if (forgotten != null) {
            orderById.keySet().removeAll(forgotten.keySet());
            journal.append(
                    forgotten.keySet().stream()
                            .map(id -> JournalEntry.forgotten(KIND, id))
                            .toList());
        }
    }
}
