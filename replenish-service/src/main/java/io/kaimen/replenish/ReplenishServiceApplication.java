package io.kaimen.replenish;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts replenish-service. */
@SpringBootApplication
public class ReplenishServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(ReplenishServiceApplication.class, args);
    }
}
