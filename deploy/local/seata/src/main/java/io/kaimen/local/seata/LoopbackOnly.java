package io.kaimen.local.seata;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.ServerChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * Makes every Netty server of this process listen on the loopback interface.
 *
 * <p>Seata's coordinator binds to all interfaces and has no setting for it. Netty finds this class through {@code
 * META-INF/services}.
 */
public final class LoopbackOnly extends ChannelInitializerExtension {

    @Override
    public void postInitializeServerListenerChannel(ServerChannel listener) {
        listener.pipeline().addFirst(new ChannelOutboundHandlerAdapter() {
            @Override
            public void bind(ChannelHandlerContext context, SocketAddress wanted, ChannelPromise promise)
                    throws Exception {
                var port = ((InetSocketAddress) wanted).getPort();
                super.bind(context, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), promise);
            }
        });
    }
}
