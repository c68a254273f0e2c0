package io.kaimen.comm.server;

import io.kaimen.comm.session.Disconnector;
import io.kaimen.comm.session.Ending;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.TimeUnit;

/** Ends a connection that was silent for one and a half times its keep-alive. */
class KeepAlive extends IdleStateHandler {

    private final Disconnector disconnector;

    KeepAlive(int seconds, Disconnector disconnector) {
        super(seconds * 1_500L, 0, 0, TimeUnit.MILLISECONDS);
        this.disconnector = disconnector;
    }

    @Override
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
        Channel channel = context.channel();
        if (event.state() != IdleState.READER_IDLE) {
            return;
        }
        if (!channel.isWritable()) {
            disconnector.end(channel, Ending.NOT_READING, "its outbound buffer is full");
        } else if (channel.config().isAutoRead()) {
            disconnector.end(channel, Ending.KEEP_ALIVE_MISSED, "");
        }
        // Otherwise it is we who do not read; it gets the same time again.
    }
}
