package io.kaimen.sandbox.keys;

import io.kaimen.sandbox.SandboxProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.web.util.UriComponentsBuilder;

/** Opens the key folder and, once the port is known, publishes the merchant's properties. */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

    private final KeyFolder folder;
    private final ServerProperties server;

    KeyConfiguration(SandboxProperties properties, ServerProperties server) throws IOException {
        this.folder = new KeyFolder(properties.keysDir());
        this.server = server;
    }

    @Bean
    KeyRing keyRing() throws IOException, GeneralSecurityException {
        return folder.keyRing();
    }

    @EventListener
    void publishAddress(WebServerInitializedEvent event) {
        InetAddress address = server.getAddress();
        String host =
                address == null || address.isAnyLocalAddress()
                        ? "127.0.0.1"
                        : address.getHostAddress();
        String baseUrl =
                UriComponentsBuilder.newInstance()
                        .scheme("http")
                        .host(host)
                        .port(event.getWebServer().getPort())
                        .toUriString();
        try {
            folder.publish(baseUrl);
        } catch (IOException e) {
            throw new UncheckedIOException("The merchant's properties cannot be written", e);
        }
    }
}
