package io.kaimen.account.settlement;

/** What a person has to look at. */
public enum AlertKind {
    /** The platform collected, or says it collected, another amount than was due. */
    AMOUNT_DIFFERS,
    /** A second basket for the same order, with another total. */
    BASKET_DIFFERS,
    /** The platform refused to collect. */
    CAPTURE_REFUSED,
    /** The platform no longer vouches for the order though money is due. */
    AUTHORISATION_GONE,
    /** A payment for an order that is paid already, or had nothing due. */
    UNEXPECTED_PAYMENT
}
