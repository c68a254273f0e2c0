package io.kaimen.account.hold;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@TableName("purchase")
@SuppressWarnings("NullAway.Init")
class PurchaseRow {

    @TableId(type = IdType.INPUT)
    String orderNo;

    String shopperId;
    @Nullable String runningShopperId;
    @Nullable Instant placedAt;
    @Nullable Instant freedAt;
    @Nullable String freedBy;
}
