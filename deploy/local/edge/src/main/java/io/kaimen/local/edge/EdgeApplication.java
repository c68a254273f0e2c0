package io.kaimen.local.edge;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Runs the edge; its routes are in {@code application.yml}, production's in {@code deploy/nginx}.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class EdgeApplication {

    /** Starts the edge; port and Eureka's address come from the launcher. */
    public static void main(String[] args) {
        SpringApplication.run(EdgeApplication.class, args);
    }
}
