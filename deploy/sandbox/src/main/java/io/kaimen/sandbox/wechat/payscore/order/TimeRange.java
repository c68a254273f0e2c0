package io.kaimen.sandbox.wechat.payscore.order;

import io.kaimen.sandbox.time.BeijingTime;
import io.kaimen.sandbox.wechat.ApiError;
import io.kaimen.sandbox.wechat.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the service runs, as written on the wire.
 *
 * @param startTime 14 or 8 digits, or {@code OnAccept} until the user has confirmed
 * @param endTime 14 or 8 digits
 * @param startTimeRemark shown beside the start
 * @param endTimeRemark shown beside the end
 */
public record TimeRange(
        @Nullable String startTime,
        @Nullable String endTime,
        @Nullable String startTimeRemark,
        @Nullable String endTimeRemark) {

    private static final String ON_ACCEPT = "OnAccept";

    /** Reads a planned time, which has a start. */
    static TimeRange planned(Body body) {
        body.text("start_time", 14);
        return actual(body);
    }

    /**
     * Checks a plan at the moment it is made; a repeated call may come later and is not checked.
     *
     * @throws ApiError when it starts before now, or ends before its start
     */
    public void checkPlan(Instant now) {
        BeijingTime earliest = BeijingTime.of(now);
        if (!ON_ACCEPT.equals(startTime)) {
            BeijingTime start = BeijingTime.parse(startTime == null ? "" : startTime).orElseThrow();
            if (start.isBefore(earliest)) {
                throw Refusal.PARAM_ERROR.error("服务开始时间不能早于调用接口时间,或传入固定值OnAccept");
            }
            earliest = start;
        }
        if (endTime != null && BeijingTime.parse(endTime).orElseThrow().isBefore(earliest)) {
            throw Refusal.PARAM_ERROR.error("服务结束时间不能早于服务开始时间");
        }
    }

    /** Reads the time that really was; either end may be left to what was planned. */
    static TimeRange actual(Body body) {
        return new TimeRange(
                time(body, "start_time", true),
                time(body, "end_time", false),
                body.optionalText("start_time_remark", 20),
                body.optionalText("end_time_remark", 20));
    }

    /** With {@code OnAccept} replaced by the moment of acceptance. */
    TimeRange acceptedAt(Instant moment) {
        return ON_ACCEPT.equals(startTime)
                ? new TimeRange(BeijingTime.digits(moment), endTime, startTimeRemark, endTimeRemark)
                : this;
    }

    /** With what really was in place of what was planned. */
    TimeRange overriddenBy(TimeRange actual) {
        boolean started = actual.startTime != null && !ON_ACCEPT.equals(actual.startTime);
        return new TimeRange(
                started ? actual.startTime : startTime,
                actual.endTime != null ? actual.endTime : endTime,
                actual.startTimeRemark != null ? actual.startTimeRemark : startTimeRemark,
                actual.endTimeRemark != null ? actual.endTimeRemark : endTimeRemark);
    }

    private static @Nullable String time(Body body, String field, boolean onAccept) {
        String text = body.optionalText(field, 14);
        boolean fine =
                text == null
                        || (onAccept && text.equals(ON_ACCEPT))
                        || BeijingTime.parse(text).isPresent();
        if (!fine) {
            throw body.wrong(field, "格式应为yyyyMMddHHmmss或yyyyMMdd");
        }
        return text;
    }
}
