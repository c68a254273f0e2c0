package io.kaimen.account.ledger;

import io.kaimen.account.ledger.LedgerMapper.EntryRow;
import io.kaimen.account.ledger.LedgerMapper.PostedEntry;
import io.kaimen.contracts.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one class that writes the ledger. Rows are inserted, never changed. */
@Repository
public class Ledger {

    private final LedgerMapper mapper;
    private final Clock clock;

    Ledger(LedgerMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Posts, in the caller's transaction, once for each key; posting the same again changes
     * nothing.
     *
     * @throws PostingConflict when other entries were posted under the same key
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(Posting posting) {
        var row = new LedgerTransactionRow();
        row.businessKey = posting.key();
        row.orderNo = posting.orderNo();
        row.description = posting.description();
        row.postedAt = clock.instant();
        try {
            mapper.insert(row);
        } catch (DuplicateKeyException posted) {
            requireSame(posting);
            return;
        }
        for (Posting.Entry entry : posting.entries()) {
            mapper.insertEntry(row.id, entry.account(), entry.party(), entry.amount().fen());
        }
    }

    private void requireSame(Posting posting) {
        List<EntryRow> expected =
                posting.entries().stream()
                        .map(e -> new EntryRow(e.account(), e.party(), e.amount().fen()))
                        .toList();
        if (!mapper.entriesOfKey(posting.key()).equals(expected)) {
            throw new PostingConflict(posting.key());
        }
    }

    /** The sum of an account's entries for one party. */
    public Money balance(LedgerAccount account, String party) {
        return Money.ofFen(mapper.balanceOf(account, party));
    }

    /** What was posted for an order, in order. */
    public List<Posted> ofOrder(String orderNo) {
        Map<String, List<PostedEntry>> byKey = new LinkedHashMap<>();
        for (PostedEntry entry : mapper.entriesOfOrder(orderNo)) {
            byKey.computeIfAbsent(entry.businessKey(), key -> new ArrayList<>()).add(entry);
        }
        return byKey.values().stream().map(Ledger::posted).toList();
    }

    private static Posted posted(List<PostedEntry> entries) {
        PostedEntry first = entries.getFirst();
        return new Posted(
                first.businessKey(),
                first.description(),
                first.postedAt(),
                entries.stream()
                        .map(e ->
                                new PostedLine(e.account(), e.party(), Money.ofFen(e.amountFen())))
                        .toList());
    }

    /** A posted transaction. */
    public record Posted(
            String key, String description, Instant postedAt, List<PostedLine> entries) {}

    /**
     * An entry of it.
     *
     * @param amountFen positive: debit; negative: credit
     */
    public record PostedLine(LedgerAccount account, String party, Money amountFen) {}
}
