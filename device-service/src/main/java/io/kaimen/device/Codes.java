package io.kaimen.device;

/** What the codes that operators choose may look like: they end up in topics, keys and URLs. */
public final class Codes {

    /** Serial numbers and codes of sites, regions and warehouses. */
    public static final String SHORT = "[A-Za-z0-9][A-Za-z0-9_-]{0,31}";

    /** Stock-keeping units. */
    public static final String SKU = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private Codes() {}
}
