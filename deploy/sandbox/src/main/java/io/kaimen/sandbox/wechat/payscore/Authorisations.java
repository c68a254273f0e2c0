package io.kaimen.sandbox.wechat.payscore;

import io.kaimen.sandbox.journal.Journal;
import io.kaimen.sandbox.journal.JournalEntry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Who has authorised the merchant's service once and for all (免确认). */
@Component
public class Authorisations {

    private static final String KIND = "authorisation";

    private final Journal journal;
    private final Map<String, Boolean> byOpenid = new ConcurrentHashMap<>();

    /**
     * A person's word.
     *
     * @param openid the person
     * @param available whether orders may be created without asking
     */
    record Authorisation(String openid, boolean available) {}

    Authorisations(Journal journal) {
        this.journal = journal;
        journal.restore(
                KIND,
                Authorisation.class,
                known -> byOpenid.put(known.value().openid(), known.value().available()));
    }

    /** Remembers that a person authorised the service, or revoked it. */
    public void set(String openid, boolean available) {
        var authorisation = new Authorisation(openid, available);
        journal.append(List.of(new JournalEntry(KIND, openid, authorisation)));
        byOpenid.put(openid, available);
    }

    /** Whether orders may be created for the person without asking. */
    boolean covers(String openid) {
        return byOpenid.getOrDefault(openid, false);
    }
}
