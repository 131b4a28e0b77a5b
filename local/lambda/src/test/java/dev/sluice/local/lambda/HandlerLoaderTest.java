package dev.sluice.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class HandlerLoaderTest {
  @Test
  void shouldConstructAHandlerNamedWithOrWithoutItsMethod() throws Throwable {
    assertThat(HandlerLoader.load(Good.class.getName())).isInstanceOf(Good.class);
    assertThat(HandlerLoader.load(Good.class.getName() + "::handleRequest"))
        .isInstanceOf(Good.class);
  }

  @Test
  void shouldThrowWhatTheConstructorThrew() {
    assertThatThrownBy(() -> HandlerLoader.load(Throwing.class.getName()))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("no table");
    assertThatThrownBy(() -> HandlerLoader.load(ThrowingStatically.class.getName()))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void shouldSayWhatIsWrongWithTheName() {
    assertThatThrownBy(() -> HandlerLoader.load("dev.example.Nowhere"))
        .isInstanceOf(ClassNotFoundException.class)
        .hasMessage("Class not found: dev.example.Nowhere");
    assertThatThrownBy(() -> HandlerLoader.load("java.lang.String"))
        .hasMessageContaining("java.lang.String is no RequestStreamHandler");
    assertThatThrownBy(() -> HandlerLoader.load(Good.class.getName() + "::run"))
        .hasMessageContaining("a stream handler's method is handleRequest");
    assertThatThrownBy(() -> HandlerLoader.load(" ")).hasMessageContaining("_HANDLER is empty");
    assertThatThrownBy(() -> HandlerLoader.load(WithArgument.class.getName()))
        .hasMessageContaining("has no public constructor without arguments");
  }

  /** Works. */
  public static class Good implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {}
  }

  /** Does not construct. */
  public static final class Throwing extends Good {
    public Throwing() {
      throw new UnsupportedOperationException("no table");
    }
  }

  /** Does not initialise. */
  public static final class ThrowingStatically extends Good {
    static final int NEVER = 1 / Integer.parseInt("0");
  }

  /** Cannot be constructed by Lambda. */
  public static final class WithArgument extends Good {
    public WithArgument(String table) {}
  }
}
