package io.kaimen.sandbox.people;

import java.security.SecureRandom;

/** Invents people who need no name. */
final class People {

    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final SecureRandom random = new SecureRandom();

    private People() {}

    /** A new openid, shaped as real ones. */
    static String somebody() {
        StringBuilder openid = new StringBuilder("o");
        for (int i = 0; i < 27; i++) {
            openid.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return openid.toString();
    }
}
