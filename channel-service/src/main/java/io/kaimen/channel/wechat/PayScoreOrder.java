package io.kaimen.channel.wechat;

import com.google.gson.annotations.SerializedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Pay Score order as WeChat writes it, in answers and in notifications. Amounts in fen, times
 * {@code yyyyMMddHHmmss} in Beijing. Read by Gson, so every field may be missing.
 *
 * @param packageToken single-use: opens the confirmation page; only in the answer to a create
 */
record PayScoreOrder(
        @Nullable String mchid,
        @Nullable String appid,
        @Nullable String serviceId,
        @Nullable String outOrderNo,
        @Nullable String openid,
        @Nullable String state,
        @Nullable String stateDescription,
        @Nullable Long totalAmount,
        @Nullable Boolean needCollection,
        @Nullable Collection collection,
        @Nullable String orderId,
        @SerializedName("package") @Nullable String packageToken) {

    /** How far the money is. */
    record Collection(
            @Nullable String state,
            @Nullable Long totalAmount,
            @Nullable Long paidAmount,
            @Nullable List<Detail> details) {}

    /** One payment of a collection. */
    record Detail(
            @Nullable Long amount,
            @Nullable String paidType,
            @Nullable String paidTime,
            @Nullable String transactionId) {}

    /** The last payment of the collection, or null before there is one. */
    @Nullable Detail lastPayment() {
        if (collection == null || collection.details() == null || collection.details().isEmpty()) {
            return null;
        }
        return collection.details().getLast();
    }
}
