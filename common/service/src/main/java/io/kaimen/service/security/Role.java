package io.kaimen.service.security;

/** Who a token's bearer is; one role a token. Authorities are {@code ROLE_} and the name. */
public enum Role {
    SHOPPER,
    /** One of our services calling another. */
    SERVICE,
    ADMINISTRATOR,
    OPERATIONS,
    FINANCE,
    SUPPORT,
    RESTOCKER,
    PARTNER
}
