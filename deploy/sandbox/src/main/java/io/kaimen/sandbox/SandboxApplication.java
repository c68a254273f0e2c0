package io.kaimen.sandbox;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the sandbox. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SandboxApplication {

    /** Runs until it is stopped. */
    public static void main(String[] arguments) {
        SpringApplication.run(SandboxApplication.class, arguments);
    }
}
