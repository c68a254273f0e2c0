package io.kaimen.local.eureka;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.netflix.eureka.server.EnableEurekaServer;

/** Runs one Eureka server that forgets a dead service within seconds. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableEurekaServer
public class EurekaApplication {

    /** Starts the server; {@code server.port} comes from the launcher. */
    public static void main(String[] args) {
        SpringApplication.run(EurekaApplication.class, args);
    }
}
