package io.kaimen.contracts.broken;

import org.springframework.context.ApplicationContext;

public record ContractThatDependsOnSpring(ApplicationContext context) {}
