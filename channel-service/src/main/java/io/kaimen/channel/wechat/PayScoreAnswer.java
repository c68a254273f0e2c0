package io.kaimen.channel.wechat;

import org.jspecify.annotations.Nullable;

/** What came of one call to WeChat Pay. */
sealed interface PayScoreAnswer {

    /** It did what was asked; the signature of the answer was right. */
    record Done(PayScoreOrder order) implements PayScoreAnswer {}

    /**
     * It did not, and says why (HTTP 4xx other than 429).
     *
     * @param number WeChat's internal error number, from the end of the Request-ID; 0 when it told
     *     none
     */
    record Refused(int status, @Nullable String code, @Nullable String message, long number)
            implements PayScoreAnswer {

        boolean notFound() {
            return status == 404 || number == PayScoreErrors.ORDER_NOT_FOUND;
        }

        String text() {
            return "%d %s %s, number %d".formatted(status, code, message, number);
        }
    }

    /**
     * Nobody can tell: no answer, an answer nobody signed, or an error on WeChat's side.
     *
     * @param said that error; null when there was none to read
     */
    record Unclear(String why, @Nullable Refused said) implements PayScoreAnswer {

        Unclear(String why) {
            this(why, null);
        }
    }

    /** HTTP status of what WeChat refused or failed at; null otherwise. */
    default @Nullable Integer errorStatus() {
        return switch (this) {
            case Done _ -> null;
            case Refused refused -> refused.status();
            case Unclear(_, var said) -> said == null ? null : said.status();
        };
    }

    /** What was wrong, without a word of anybody's data; null when nothing was. */
    default @Nullable String error() {
        return switch (this) {
            case Done _ -> null;
            case Refused refused -> refused.code();
            case Unclear(var why, var said) -> said == null ? why : said.code();
        };
    }
}
