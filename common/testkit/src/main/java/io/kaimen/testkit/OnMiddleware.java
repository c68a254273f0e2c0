package io.kaimen.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextCustomizerFactories;

/**
 * Runs a Spring test on the real middleware: starts it if needed and gives the context the
 * service's settings, see {@link Middleware#properties}.
 *
 * <p>They win over {@code application.yml}; the properties of {@code @SpringBootTest} and system
 * properties win over them.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextCustomizerFactories(OnMiddlewareCustomizerFactory.class)
public @interface OnMiddleware {

    /** The service under test: comm, device, order, account, channel or replenish. */
    String service();
}
