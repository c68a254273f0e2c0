package io.kaimen.comm.server;

import java.util.regex.Pattern;

/** What serial numbers look like; they become parts of topics, keys and event ids. */
final class CabinetIds {

    static final int LONGEST = 32;

    private static final Pattern SERIAL_NUMBER =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0," + (LONGEST - 1) + "}");

    private CabinetIds() {}

    static boolean valid(String sn) {
        return SERIAL_NUMBER.matcher(sn).matches();
    }
}
