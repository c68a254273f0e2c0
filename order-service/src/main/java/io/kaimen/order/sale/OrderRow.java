package io.kaimen.order.sale;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import io.kaimen.contracts.Platform;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order's row; what each column means is said in the migration. */
@TableName("orders")
@SuppressWarnings("NullAway.Init")
class OrderRow {
    @TableId(type = IdType.INPUT)
    String orderNo;

    String shopperId;
    Platform platform;
    String sn;
    int door;
    String place;
    OrderStatus status;
    DoorStatus doorStatus;
    PaymentStatus paymentStatus;
    @Nullable String runningShopperId;
    long fence;
    @Nullable String lockToken;
    @Nullable CancelCause cancelCause;
    @Nullable Long basketFen;
    @Nullable Long dueFen;
    @Nullable Long paidFen;
    @Nullable String transactionId;
    Instant scannedAt;
    Instant createdAt;
    @Nullable Instant authorisedAt;
    @Nullable Instant doorCommandedAt;
    @Nullable Instant openedAt;
    @Nullable Instant closedAt;
    @Nullable Instant basketAt;
    @Nullable Instant chargedAt;
    @Nullable Instant cancelledAt;
    @Nullable Instant abnormalAt;
    @Nullable Instant lookAt;
    Instant updatedAt;
}
