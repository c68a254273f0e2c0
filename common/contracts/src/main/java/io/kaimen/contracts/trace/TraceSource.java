package io.kaimen.contracts.trace;

/** Who did what a moment tells. */
public enum TraceSource {
    SHOPPER,
    ORDER,
    DEVICE,
    CABINET,
    CHANNEL,
    PLATFORM,
    ACCOUNT,
    REPLENISH,
    OPERATOR
}
