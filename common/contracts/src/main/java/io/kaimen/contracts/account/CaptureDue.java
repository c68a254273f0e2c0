package io.kaimen.contracts.account;

/**
 * A reminder of account-service to itself to ask the platform: first to collect, or to end what
 * nothing is due on; from then on what became of that.
 *
 * @param attempt counts from 1; of several reminders for the same attempt one is acted on
 */
public record CaptureDue(String orderNo, int attempt) {}
