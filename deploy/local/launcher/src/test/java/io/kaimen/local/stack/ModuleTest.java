package io.kaimen.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleTest {

    @TempDir private Path folder;

    @Test
    void isNotBuiltWithoutItsClassPath() throws IOException {
        var module = module();
        assertThat(module.isBuilt()).isFalse();
        jar("checkout/order-service/target/order-service-1.jar");
        assertThat(module.isBuilt()).isFalse();
        Files.writeString(folder.resolve("checkout/order-service/target/runtime-classpath"), "");
        assertThat(module.isBuilt()).isTrue();
    }

    @Test
    void copiesWhatThisCheckoutBuildsAndLeavesTheRest() throws IOException {
        jar("checkout/order-service/target/order-service-1.jar");
        jar("checkout/order-service/target/order-service-1-tests.jar");
        var contracts = jar("checkout/common/contracts/target/contracts-1.jar");
        var installed = jar("repository/io/kaimen/service/1/service-1.jar");
        var library = jar("repository/org/example/library/1/library-1.jar");
        Files.writeString(
                folder.resolve("checkout/order-service/target/runtime-classpath"),
                contracts + ":" + installed + ":" + library);

        var copies = folder.resolve("copies");
        var classPath = module().classPath(copies);

        assertThat(classPath)
                .containsExactly(
                        copies.resolve("order-service-1.jar"),
                        copies.resolve("contracts-1.jar"),
                        copies.resolve("service-1.jar"),
                        library);
        assertThat(copies.resolve("contracts-1.jar")).hasSameTextualContentAs(contracts);
    }

    private Module module() {
        return new Module(
                folder.resolve("checkout"),
                "order-service",
                "io.kaimen.order.OrderServiceApplication");
    }

    private Path jar(String path) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, path);
    }
}
