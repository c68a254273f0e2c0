package io.kaimen.contracts.order;

/** A reminder of order-service to itself: by now the shopper should have authorised. */
public record AuthorisationDue(String orderNo) {}
