package io.kaimen.account.book;

import java.time.Clock;
import java.time.Instant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The shoppers' accounts. */
@Repository
class Accounts {

    private static final String OPEN = "OPEN";

    private final AccountMapper mapper;
    private final Clock clock;

    Accounts(AccountMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Opens a shopper's account, once. A plain insert, because Seata AT can undo no
     * insert-or-update statement. A shopper's id is made by the global transaction that calls this,
     * so a second call is a repeat of the first inside the same one: both stay or both go.
     */
    @Transactional
    public void open(String shopperId) {
        Instant now = clock.instant();
        var row = new AccountRow();
        row.shopperId = shopperId;
        row.status = OPEN;
        row.openedAt = now;
        row.updatedAt = now;
        try {
            mapper.insert(row);
        } catch (DuplicateKeyException open) {
            // Open already: a repeat changes nothing.
        }
    }
}
