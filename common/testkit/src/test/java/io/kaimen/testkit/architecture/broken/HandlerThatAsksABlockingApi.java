package io.kaimen.testkit.architecture.broken;

import io.kaimen.contracts.device.CabinetSessionsApi;
import io.netty.channel.ChannelInboundHandlerAdapter;

public class HandlerThatAsksABlockingApi extends ChannelInboundHandlerAdapter {

    private final CabinetSessionsApi sessions;

    public HandlerThatAsksABlockingApi(CabinetSessionsApi sessions) {
        this.sessions = sessions;
    }

    CabinetSessionsApi sessions() {
        return sessions;
    }
}
