package io.kaimen.contracts.account;

/**
 * A reminder of account-service to itself: by now the platform should have said what became of the
 * capture.
 *
 * @param attempt counts from 1
 */
public record CaptureDue(String orderNo, int attempt) {}
