package io.kaimen.sandbox.calls;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which order a call is about and what it asks.
 *
 * @param operation what is asked
 * @param outOrderNo the merchant's order number, empty when the call does not say
 */
public record CallTarget(Operation operation, String outOrderNo) {

    private static final String BASE = "/v3/payscore/serviceorder";
    private static final Pattern VERB = Pattern.compile(BASE + "/([^/]+)/([a-z]+)");
    private static final Pattern BODY_NUMBER =
            Pattern.compile("\"out_order_no\"\\s*:\\s*\"([^\"]*)\"");
    private static final Map<String, Operation> VERBS =
            Map.of(
                    "cancel", Operation.CANCEL,
                    "complete", Operation.COMPLETE,
                    "modify", Operation.MODIFY,
                    "sync", Operation.SYNC,
                    "pay", Operation.PAY);

    /**
     * Reads it off a request before anybody knows whether the request is genuine or well formed.
     *
     * @param path decoded path
     * @param queriedNumber the query's {@code out_order_no}, empty when there is none
     */
    public static CallTarget of(String method, String path, String queriedNumber, String body) {
        boolean post = method.toUpperCase(Locale.ROOT).equals("POST");
        if (path.equals(BASE)) {
            return post
                    ? new CallTarget(Operation.CREATE, numberIn(body))
                    : new CallTarget(Operation.QUERY, queriedNumber);
        }
        Matcher verb = VERB.matcher(path);
        return post && verb.matches()
                ? new CallTarget(
                        VERBS.getOrDefault(verb.group(2), Operation.UNKNOWN), verb.group(1))
                : new CallTarget(Operation.UNKNOWN, "");
    }

    private static String numberIn(String body) {
        Matcher number = BODY_NUMBER.matcher(body);
        return number.find() ? number.group(1) : "";
    }
}
