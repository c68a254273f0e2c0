package io.kaimen.account.book;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;

@TableName("account")
@SuppressWarnings("NullAway.Init")
class AccountRow {

    @TableId(type = IdType.INPUT)
    String shopperId;

    String status;
    Instant openedAt;
    Instant updatedAt;
}
