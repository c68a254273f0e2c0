package io.kaimen.sandbox.wechat;

/** The errors of WeChat Pay that the sandbox knows, with the number at the end of Request-ID. */
public enum Refusal {
    /** A field is missing, too long or of the wrong form. */
    PARAM_ERROR(400, "PARAM_ERROR", 268435464L, "参数错误"),
    /** Total is not the sum of payments less discounts. */
    TOTAL_WRONG(400, "PARAM_ERROR", 268435464L, "最终总金额计算非法"),
    /** A repeated number with another content. */
    REPEAT_DIFFERS(400, "PARAM_ERROR", 271316598L, "订单重入参数校验失败"),
    /** The end of the service is missing, in the future or before its start. */
    END_TIME_WRONG(400, "PARAM_ERROR", 271316637L, "真实结束时间小于预计开始时间"),
    /** The order's state knows no such call. */
    WRONG_STATE(400, "INVALID_REQUEST", 271302262L, "当前订单状态不合法"),
    /** The order was cancelled before. */
    ALREADY_CANCELLED(400, "INVALID_REQUEST", 271302333L, "当前订单状态不合法"),
    /** The user has not confirmed yet. */
    NOT_YET_CONFIRMED(400, "INVALID_REQUEST", 271302332L, "当前订单状态不合法"),
    /** Only an order waiting for payment can do this. */
    NOT_PENDING_PAYMENT(400, "INVALID_REQUEST", 271316657L, "当前订单状态不合法"),
    /** A completed order can no longer be cancelled. */
    NOT_CANCELLABLE(400, "INVALID_REQUEST", 271316592L, "当前订单状态不满足撤销条件"),
    /** A deduction is running: wait, then query. */
    DEDUCTION_RUNNING(400, "INVALID_REQUEST", 271316754L, "单据正在扣款中,请稍后再试"),
    /** More than the order or the service may cost. */
    OVER_CEILING(400, "INVALID_REQUEST", 271316656L, "总金额超过服务风险金额上限"),
    /** Risk control says no, and not why. */
    RISK(400, "INVALID_REQUEST", 271300099L, "综合评估未通过"),
    /** The person has unpaid orders; to the merchant it looks like any other risk. */
    OVERDUE(400, "INVALID_REQUEST", 271299627L, "综合评估未通过"),
    /** The service is not the merchant's, or not for this kind of order, or not authorised. */
    NO_PERMISSION(403, "NO_AUTH", 268503786L, "商户暂无权限使用此服务"),
    /** The mini-program is not bound to the merchant. */
    APPID_NOT_BOUND(403, "NO_AUTH", 271302149L, "商户号与appid没有绑定关系"),
    /** No such order. */
    ORDER_NOT_EXIST(404, "ORDER_NOT_EXIST", 271317510L, "订单不存在"),
    /** The request's signature is missing or wrong. */
    SIGN_ERROR(401, "SIGN_ERROR", 270924332L, "签名错误"),
    /** The request is signed in the name of nobody. */
    MCHID_UNKNOWN(401, "SIGN_ERROR", 271302144L, "商户号不存在"),
    /** Too many calls. */
    TOO_FREQUENT(429, "FREQUENCY_LIMITED", 268435472L, "请求过于频繁"),
    /** The platform's own trouble: repeat with the same number. The sandbox's own error number. */
    SYSTEM_ERROR(500, "SYSTEM_ERROR", 268435457L, "系统异常,请稍后重试"),
    /** No such call here. The sandbox's own code and number. */
    NO_SUCH_CALL(404, "RESOURCE_NOT_EXISTS", 268435458L, "接口不存在");

    private final int status;
    private final String code;
    private final long number;
    private final String message;

    Refusal(int status, String code, long number, String message) {
        this.status = status;
        this.code = code;
        this.number = number;
        this.message = message;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The error code in the body. */
    public String code() {
        return code;
    }

    /** The internal error number. */
    public long number() {
        return number;
    }

    /** This error with its usual message. */
    public ApiError error() {
        return new ApiError(this, message);
    }

    /** This error with a message of the moment. */
    public ApiError error(String momentary) {
        return new ApiError(this, momentary);
    }
}
