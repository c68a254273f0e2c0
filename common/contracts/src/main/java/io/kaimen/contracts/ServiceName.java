package io.kaimen.contracts;

/** The six services, by the names they register with. */
public enum ServiceName {
    COMM("comm-service"),
    DEVICE("device-service"),
    ORDER("order-service"),
    ACCOUNT("account-service"),
    CHANNEL("channel-service"),
    REPLENISH("replenish-service");

    private final String registeredName;

    ServiceName(String registeredName) {
        this.registeredName = registeredName;
    }

    /** The name in Eureka, in the edge's routes and in message envelopes. */
    public String registeredName() {
        return registeredName;
    }
}
