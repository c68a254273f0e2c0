package io.kaimen.sandbox.faults;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Closes connections without an answer, which only the server itself can do. */
@Component
public final class ConnectionDropper
        implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String MARK = ConnectionDropper.class.getName();

    /** Marks a request whose connection is to be closed; its answer must not be written. */
    public static void drop(ServletRequest request) {
        request.setAttribute(MARK, true);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextValves(new DroppingValve());
    }

    private static final class DroppingValve extends ValveBase {

        private DroppingValve() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response)
                throws IOException, ServletException {
            getNext().invoke(request, response);
            @Nullable Object marked = request.getAttribute(MARK);
            if (marked != null) {
                response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
            }
        }
    }
}
