package dev.sluice.local.base.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.io.InputStream;

/**
 * Parsers that keep a number beyond a double's range, as 1E+400, as it is written. Others make an
 * infinity of it, which JSON lacks and which would be written as the text "Infinity".
 */
final class WideNumbers extends JsonFactory {
  private static final long serialVersionUID = 1;

  @Override
  public JsonParser createParser(String content) throws IOException {
    return new Parser(super.createParser(content));
  }

  @Override
  public JsonParser createParser(byte[] content) throws IOException {
    return new Parser(super.createParser(content));
  }

  @Override
  public JsonParser createParser(InputStream content) throws IOException {
    return new Parser(super.createParser(content));
  }

  private static final class Parser extends JsonParserDelegate {
    Parser(JsonParser parser) {
      super(parser);
    }

    @Override
    public NumberTypeFP getNumberTypeFP() throws IOException {
      return Double.isInfinite(getDoubleValue())
          ? NumberTypeFP.BIG_DECIMAL
          : super.getNumberTypeFP();
    }
  }
}
