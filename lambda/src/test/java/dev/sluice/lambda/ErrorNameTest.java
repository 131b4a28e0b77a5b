package dev.sluice.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.core.function.ErrorName;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorNameTest {
  @Test
  void shouldNameClassesThatHandlersThrow() throws ReflectiveOperationException {
    List<Class<?>> thrown = new ArrayList<>();
    for (Field constant : ErrorName.class.getFields()) {
      String name = constant.get(null).toString();
      if (name.startsWith("dev.sluice.")) {
        thrown.add(Class.forName(name));
      }
    }

    assertThat(thrown).isNotEmpty().allMatch(RuntimeException.class::isAssignableFrom);
  }
}
