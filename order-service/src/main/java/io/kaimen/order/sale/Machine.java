package io.kaimen.order.sale;

/** The three independent state machines of an order. */
public enum Machine {
    ORDER,
    DOOR,
    PAYMENT
}
