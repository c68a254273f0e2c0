package io.kaimen.account.ledger;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface LedgerMapper extends BaseMapper<LedgerTransactionRow> {

    @Insert(
            """
            insert into ledger_entry (transaction_id, account, party, amount_fen)
            values (#{transactionId}, #{account}, #{party}, #{amountFen})
            """)
    void insertEntry(long transactionId, LedgerAccount account, String party, long amountFen);

    /**
     * A locking read, so that it sees what was committed after the reader's transaction began; a
     * shared lock, because the insert that met this key holds one: two such would wait for each
     * other's to become exclusive.
     */
    @Select(
            """
            select e.account, e.party, e.amount_fen
            from ledger_transaction t join ledger_entry e on e.transaction_id = t.id
            where t.business_key = #{key} order by e.id lock in share mode
            """)
    List<EntryRow> entriesOfKey(String key);

    @Select(
            """
            select t.business_key, t.description, t.posted_at, e.account, e.party, e.amount_fen
            from ledger_transaction t join ledger_entry e on e.transaction_id = t.id
            where t.order_no = #{orderNo} order by e.id
            """)
    List<PostedEntry> entriesOfOrder(String orderNo);

    @Select(
            """
            select a.code, a.kind, a.name, coalesce(sum(e.amount_fen), 0) as balance_fen
            from ledger_account a left join ledger_entry e on e.account = a.code
            group by a.code, a.kind, a.name order by a.code
            """)
    List<Balance> balances();

    @Select(
            """
            select coalesce(sum(amount_fen), 0) from ledger_entry
            where account = #{account} and party = #{party}
            """)
    long balanceOf(LedgerAccount account, String party);

    record EntryRow(LedgerAccount account, String party, long amountFen) {}

    record PostedEntry(
            String businessKey,
            String description,
            Instant postedAt,
            LedgerAccount account,
            String party,
            long amountFen) {}

    record Balance(LedgerAccount code, LedgerAccount.Kind kind, String name, long balanceFen) {}
}
