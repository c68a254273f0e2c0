package io.kaimen.account.operator;

/** What became of an attempt to log in, for the record. */
enum LoginOutcome {
    LOGGED_IN,
    REFUSED,
    /** No password was looked at. */
    THROTTLED
}
