package io.kaimen.sandbox.wechat.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A request whose body was read for its signature and can be read again by its controller. */
final class HeldRequest extends HttpServletRequestWrapper {

    private final byte[] body;

    HeldRequest(HttpServletRequest request) throws IOException {
        super(request);
        this.body = request.getInputStream().readAllBytes();
    }

    /** The body as sent. */
    String body() {
        return new String(body, UTF_8);
    }

    /** Raw path and, if there is one, question mark and raw query. */
    String pathAndQuery() {
        String query = getQueryString();
        return query == null ? getRequestURI() : getRequestURI() + "?" + query;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new HeldBody(new ByteArrayInputStream(body));
    }

    private static final class HeldBody extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        private HeldBody(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("The body is here already");
        }
    }
}
