package io.kaimen.testkit.architecture.broken;

import org.springframework.beans.factory.annotation.Autowired;

public class FieldInjected {

    @Autowired public String name = "";
}
