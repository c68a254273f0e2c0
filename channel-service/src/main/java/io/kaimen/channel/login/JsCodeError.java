package io.kaimen.channel.login;

/** What WeChat's error codes of {@code jscode2session} come down to. */
enum JsCodeError {
    CODE_INVALID("the login code is not valid or too old"),
    CODE_USED("the login code was used before"),
    TOO_OFTEN("too many logins in a minute"),
    PERSON_BLOCKED("WeChat does not let this person log in now"),
    BUSY("WeChat is busy"),
    /** App id or secret are wrong: no code would do. */
    OUR_CONFIGURATION("app id or secret are wrong"),
    OTHER("unexpected answer");

    private final String plainWords;

    JsCodeError(String plainWords) {
        this.plainWords = plainWords;
    }

    String plainWords() {
        return plainWords;
    }

    static JsCodeError of(int errcode) {
        return switch (errcode) {
            case 40029 -> CODE_INVALID;
            case 40163 -> CODE_USED;
            case 45011 -> TOO_OFTEN;
            case 40226 -> PERSON_BLOCKED;
            case -1 -> BUSY;
            case 40013, 40125 -> OUR_CONFIGURATION;
            default -> OTHER;
        };
    }
}
