package io.kaimen.service;

import com.baomidou.mybatisplus.annotation.DbType;
import com.baomidou.mybatisplus.extension.plugins.MybatisPlusInterceptor;
import com.baomidou.mybatisplus.extension.plugins.inner.PaginationInnerInterceptor;
import feign.RequestInterceptor;
import feign.codec.ErrorDecoder;
import io.kaimen.service.problem.ProblemHandler;
import io.kaimen.service.problem.RemoteProblem;
import java.time.Clock;
import org.apache.seata.core.context.RootContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.http.converter.autoconfigure.ClientHttpMessageConvertersCustomizer;
import org.springframework.cloud.openfeign.support.FeignHttpMessageConverters;
import org.springframework.cloud.openfeign.support.HttpMessageConverterCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** What every service has: one clock, problem details, Feign errors, paging. */
@AutoConfiguration
@Import(ProblemHandler.class)
public class ServiceAutoConfiguration {

    /** The one clock; tests replace it. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ErrorDecoder feignProblems(JsonMapper mapper) {
        return new RemoteProblem.Decoder(mapper);
    }

    /**
     * Filled before the first call: Feign's own fills itself on first use and lets a second thread
     * see it empty (spring-cloud-openfeign #1371, not in 5.0.2).
     */
    @Bean
    FeignHttpMessageConverters feignHttpMessageConverters(
            ObjectProvider<ClientHttpMessageConvertersCustomizer> customizers,
            ObjectProvider<HttpMessageConverterCustomizer> cloudCustomizers) {
        var converters = new FeignHttpMessageConverters(customizers, cloudCustomizers);
        converters.getConverters();
        return converters;
    }

    @Bean
    @ConditionalOnMissingBean
    MybatisPlusInterceptor mybatisPlusInterceptor() {
        var interceptor = new MybatisPlusInterceptor();
        interceptor.addInnerInterceptor(new PaginationInnerInterceptor(DbType.MYSQL));
        return interceptor;
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(RootContext.class)
    static class GlobalTransactions {

        @Bean
        @ConditionalOnClass(name = "org.flywaydb.core.Flyway")
        static MigrationBeforeSeata migrationBeforeSeata(Environment environment) {
            return new MigrationBeforeSeata(environment);
        }

        /** Carries the global transaction to the services called inside it. */
        @Bean
        RequestInterceptor globalTransactionId() {
            return request -> {
                String xid = RootContext.getXID();
                if (xid != null) {
                    request.header(RootContext.KEY_XID, xid);
                }
            };
        }
    }
}
