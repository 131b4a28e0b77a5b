package dev.sluice.core.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.core.contract.ColumnType;
import dev.sluice.core.contract.DateFormat;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Each check against a slow and simple one of the JDK. */
class CheckPropertyTest {
  private static final ColumnType DATE = ColumnType.of(ColumnType.Kind.DATE);

  @Property
  void shouldKnowTheCalendar(@ForAll("dates") String text, @ForAll("patterns") String pattern) {
    FieldCheck check =
        new TemporalCheck(
            pattern,
            DateFormat.parse(pattern, DATE).orElseThrow(),
            Optional.empty(),
            Optional.empty());

    assertThat(check(check, text) == null).isEqualTo(isDate(text, pattern));
  }

  @Property
  void shouldReadWholeNumbers(@ForAll("numbers") String text) {
    FieldCheck check =
        new WholeNumberCheck("long", Long.MIN_VALUE, Long.MAX_VALUE, 0, Long.MAX_VALUE);
    ViolationKind expected = null;
    try {
      expected = text.contains("+") ? ViolationKind.TYPE : kind(Long.parseLong(text) >= 0);
    } catch (NumberFormatException noNumber) {
      expected = ViolationKind.TYPE;
    }

    assertThat(check(check, text)).isEqualTo(expected);
  }

  @Property
  void shouldReadDecimals(@ForAll("numbers") String text) {
    FieldCheck check =
        new DecimalCheck(6, 2, Optional.of(BigDecimal.ZERO), Optional.of(new BigDecimal(9000)));
    ViolationKind expected = ViolationKind.TYPE;
    if (text.matches("-?\\d+(\\.\\d+)?")) {
      BigDecimal value = new BigDecimal(text);
      boolean fits = value.scale() <= 2 && value.abs().compareTo(new BigDecimal(10_000)) < 0;
      boolean inRange = value.signum() >= 0 && value.compareTo(new BigDecimal(9000)) <= 0;
      expected = fits ? kind(inRange) : ViolationKind.TYPE;
    }

    assertThat(check(check, text)).isEqualTo(expected);
  }

  @Property
  void shouldReadDoubles(@ForAll("numbers") String text) {
    FieldCheck check = new DoubleCheck(Optional.empty(), Optional.of(new BigDecimal(1000)));
    ViolationKind expected = ViolationKind.TYPE;
    if (text.matches("-?\\d+(\\.\\d+)?")) {
      expected = kind(Double.parseDouble(text) <= 1000);
    }

    assertThat(check(check, text)).isEqualTo(expected);
  }

  @Property
  void shouldFindValuesAndNothingElse(
      @ForAll("words") List<String> values, @ForAll("word") String text) {
    assertThat(check(new ValuesCheck(values), text) == null).isEqualTo(values.contains(text));
  }

  @Property(tries = 2000)
  void shouldFindMalformedUtf8WhereTheJdkDoes(@ForAll("bytes") byte[] bytes) {
    boolean wellFormed = true;
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException malformed) {
      wellFormed = false;
    }

    assertThat(Utf8.firstMalformed(bytes, 0, bytes.length) < 0).isEqualTo(wellFormed);
  }

  @Property
  void shouldAcceptAllText(@ForAll String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(Utf8.firstMalformed(bytes, 0, bytes.length)).isNegative();
  }

  @Provide
  Arbitrary<String> dates() {
    Arbitrary<String> part =
        Arbitraries.of("0", "1", "02", "2", "12", "13", "28", "29", "30", "31");
    Arbitrary<String> year = Arbitraries.of("2019", "2020", "1900", "2000", "0000", "19", "20201");
    Arbitrary<String> separator = Arbitraries.of("/", "-", ".", "");
    return net.jqwik.api.Combinators.combine(part, separator, part, year)
        .flatAs(
            (a, s, b, y) -> Arbitraries.of(a + s + b + s + y, y + s + a + s + b, a + s + b + s));
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.of("M/d/yyyy", "MM/dd/yyyy", "yyyy-MM-dd", "d.M.yyyy", "yyyyMMdd");
  }

  @Provide
  Arbitrary<String> numbers() {
    Arbitrary<String> near =
        Arbitraries.of("9223372036854775807", "9223372036854775808", "-9223372036854775808", "-0");
    Arbitrary<String> noise =
        Arbitraries.strings().withChars("0123459.-+ x").ofMinLength(1).ofMaxLength(7);
    Arbitrary<String> digits = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(24);
    return Arbitraries.oneOf(near, noise, digits);
  }

  @Provide
  Arbitrary<String> word() {
    return Arbitraries.strings().withChars("abé").ofMinLength(1).ofMaxLength(4);
  }

  @Provide
  Arbitrary<List<String>> words() {
    return word().list().ofMinSize(1).ofMaxSize(20);
  }

  @Provide
  Arbitrary<byte[]> bytes() {
    return Arbitraries.of(
            0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0,
            0xE1, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF)
        .map(Integer::byteValue)
        .array(byte[].class)
        .ofMaxSize(6);
  }

  private static ViolationKind kind(boolean inRange) {
    return inRange ? null : ViolationKind.RANGE;
  }

  private static ViolationKind check(FieldCheck check, String text) {
    // Something around it, so that a check that leaves its range is noticed.
    byte[] bytes = ("9" + text + "9").getBytes(StandardCharsets.UTF_8);
    return check.check(bytes, 1, bytes.length - 1);
  }

  private static boolean isDate(String text, String pattern) {
    String strict = pattern.replace("yyyy", "uuuu");
    boolean oneDigit = strict.matches("[Md]([^Md]|$).*|.*[^Md][Md]([^Md]|$).*");
    if (!text.matches(oneDigit ? ".*" : "[0-9./-]*")
        || text.matches(".*\\d{5,}.*") && !pattern.equals("yyyyMMdd")) {
      return false;
    }
    try {
      LocalDate date =
          LocalDate.parse(
              text, DateTimeFormatter.ofPattern(strict).withResolverStyle(ResolverStyle.STRICT));
      return date.getYear() > 0;
    } catch (DateTimeException none) {
      return false;
    }
  }
}
