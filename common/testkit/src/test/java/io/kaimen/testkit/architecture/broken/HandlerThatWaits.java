package io.kaimen.testkit.architecture.broken;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.CompletableFuture;

public class HandlerThatWaits extends ChannelInboundHandlerAdapter {

    private final CompletableFuture<Void> stored = new CompletableFuture<>();

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        stored.join();
        context.fireChannelRead(message);
    }
}
