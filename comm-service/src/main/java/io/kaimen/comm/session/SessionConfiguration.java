package io.kaimen.comm.session;

import io.kaimen.comm.CommProperties;
import io.kaimen.contracts.device.CabinetSessionsApi;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires authentication to device-service. */
@Configuration(proxyBeanMethods = false)
@EnableFeignClients(clients = DeviceService.class)
class SessionConfiguration {

    @Bean
    Authenticator authenticator(CabinetSessionsApi deviceService, CommProperties properties) {
        return new Authenticator(
                deviceService,
                properties,
                question -> Thread.ofVirtual().name("authenticate").start(question));
    }
}
