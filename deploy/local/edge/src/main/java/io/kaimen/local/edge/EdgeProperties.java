package io.kaimen.local.edge;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What only a local stack has behind its edge.
 *
 * @param sandbox address of what plays the payment platform
 * @param simulator address of the virtual cabinets' controls
 * @param pages folder of the built pages; need not be there
 */
@ConfigurationProperties("kaimen.edge")
record EdgeProperties(URI sandbox, URI simulator, Path pages) {}
