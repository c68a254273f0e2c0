package io.kaimen.smallest;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * A service with nothing but the starter; in a package of its own, so that its scan does not find
 * the starter itself.
 */
@SpringBootApplication
public class SmallestService {}
