package io.kaimen.contracts.order;

/**
 * A reminder of order-service to itself: by now the shopper should have authorised, or the door
 * should have been heard of.
 */
public record AuthorisationDue(String orderNo) {}
