package io.kaimen.account.ledger;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@TableName("ledger_transaction")
@SuppressWarnings("NullAway.Init")
class LedgerTransactionRow {

    @TableId(type = IdType.AUTO)
    Long id;

    String businessKey;
    @Nullable String orderNo;
    String description;
    Instant postedAt;
}
