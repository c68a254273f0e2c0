package io.kaimen.comm;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts comm-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CommServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CommServiceApplication.class, arguments);
    }
}
