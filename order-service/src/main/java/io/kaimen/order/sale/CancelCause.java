package io.kaimen.order.sale;

/** Why an order ends without a sale. */
public enum CancelCause {
    NOT_AUTHORISED_IN_TIME("not authorised in time", "未在规定时间内确认"),
    DECLINED("declined by the shopper", "用户放弃"),
    REFUSED_BY_PLATFORM("refused by the platform", "平台未通过"),
    DOOR_NEVER_OPENED("the door never opened", "柜门未打开"),
    DOOR_NOT_PULLED("the door was unlocked and not pulled", "用户未开门");

    private final String words;
    private final String platformWords;

    CancelCause(String words, String platformWords) {
        this.words = words;
        this.platformWords = platformWords;
    }

    /** For people who read moves and messages. */
    public String words() {
        return words;
    }

    /** For the shopper, on the platform's own page. */
    String platformWords() {
        return platformWords;
    }
}
