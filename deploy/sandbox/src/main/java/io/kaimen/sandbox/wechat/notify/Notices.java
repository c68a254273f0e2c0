package io.kaimen.sandbox.wechat.notify;

import io.kaimen.sandbox.journal.Journal;
import io.kaimen.sandbox.journal.JournalEntry;
import io.kaimen.sandbox.wechat.notify.Notice.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** All notices, by id and by order. */
@Component
public class Notices {

    private static final String KIND = "notice";

    private final Journal journal;
    private final Map<String, Notice> byId = new ConcurrentHashMap<>();
    private final Map<String, List<String>> idsByOrder = new ConcurrentHashMap<>();

    Notices(Journal journal) {
        this.journal = journal;
        journal.restore(KIND, Notice.class).forEach(this::index);
    }

    /** An order's notices, oldest first. */
    public List<Notice> of(String outOrderNo) {
        return idsByOrder.getOrDefault(outOrderNo, List.of()).stream().map(this::get).toList();
    }

    /** How a notice is remembered; for writing it together with the change that causes it. */
    static JournalEntry entry(Notice notice) {
        return new JournalEntry(KIND, notice.id(), notice);
    }

    /** Takes up a notice that is in the journal already. */
    void index(Notice notice) {
        byId.put(notice.id(), notice);
        idsByOrder.merge(
                notice.outOrderNo(),
                List.of(notice.id()),
                (before, added) -> {
                    List<String> all = new ArrayList<>(before);
                    all.addAll(added);
                    return List.copyOf(all);
                });
    }

    Notice get(String id) {
        return Objects.requireNonNull(byId.get(id), id);
    }

    /** Changes a notice and remembers the change before anybody sees it. */
    Notice change(String id, UnaryOperator<Notice> change) {
        return Objects.requireNonNull(
                byId.computeIfPresent(
                        id,
                        (same, before) -> {
                            Notice after = change.apply(before);
                            if (!after.equals(before)) {
                                journal.append(List.of(entry(after)));
                            }
                            return after;
                        }),
                id);
    }

    /** Those still to be sent. */
    List<Notice> waiting() {
        return byId.values().stream().filter(notice -> notice.state() == State.WAITING).toList();
    }
}
