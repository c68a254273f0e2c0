package io.kaimen.replenish.warehouse;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;

@TableName("warehouse")
@SuppressWarnings("NullAway.Init")
class WarehouseRow {

    @TableId(type = IdType.INPUT)
    String code;

    String name;
    String status;
    Instant createdAt;
    Instant updatedAt;
}
