package io.kaimen.comm.downlink;

import io.kaimen.comm.session.Disconnector;

/** Makes the package's parts for tests of others. */
public final class DownlinkFixture {

    private DownlinkFixture() {}

    public static Subscriptions subscriptions(Disconnector disconnector) {
        return new Subscriptions(new DownMessages(), disconnector);
    }
}
