package dev.sluice.local.asl.map.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.FloatNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * Reads values of one column: numbers and booleans as such, decimals exactly, timestamps as
 * milliseconds since 1970, what is neither (also dates) as Parquet's own library prints it.
 *
 * @see <a href="https://docs.rs/crate/fakecloud-stepfunctions/0.52.0/source/src/parquet_items.rs">
 *     Timestamps as recorded on AWS, which documents none of it</a>
 */
final class JsonValue extends PrimitiveConverter {
  private static final long JULIAN_DAY_OF_1970 = 2_440_588;

  private final PrimitiveType type;
  private final Consumer<JsonNode> to;

  JsonValue(PrimitiveType type, Consumer<JsonNode> to) {
    this.type = type;
    this.to = to;
  }

  @Override
  public void addBoolean(boolean value) {
    to.accept(BooleanNode.valueOf(value));
  }

  @Override
  public void addDouble(double value) {
    to.accept(DoubleNode.valueOf(value));
  }

  @Override
  public void addFloat(float value) {
    to.accept(FloatNode.valueOf(value));
  }

  @Override
  public void addInt(int value) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      to.accept(decimal(BigInteger.valueOf(value), decimal));
    } else if (logical instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
      to.accept(TextNode.valueOf(type.stringifier().stringify(value)));
    } else {
      to.accept(IntNode.valueOf(value));
    }
  }

  @Override
  public void addLong(long value) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      to.accept(decimal(BigInteger.valueOf(value), decimal));
    } else if (logical instanceof TimestampLogicalTypeAnnotation timestamp) {
      to.accept(LongNode.valueOf(milliseconds(value, timestamp)));
    } else {
      to.accept(LongNode.valueOf(value));
    }
  }

  private static long milliseconds(long value, TimestampLogicalTypeAnnotation timestamp) {
    return switch (timestamp.getUnit()) {
      case MILLIS -> value;
      case MICROS -> Math.floorDiv(value, TimeUnit.MILLISECONDS.toMicros(1));
      case NANOS -> Math.floorDiv(value, TimeUnit.MILLISECONDS.toNanos(1));
    };
  }

  @Override
  public void addBinary(Binary value) {
    if (type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal) {
      to.accept(decimal(new BigInteger(value.getBytes()), decimal));
    } else if (type.getPrimitiveTypeName() == PrimitiveTypeName.INT96) {
      ByteBuffer parts = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
      long nanoseconds = parts.getLong();
      long days = parts.getInt() - JULIAN_DAY_OF_1970;
      to.accept(
          LongNode.valueOf(
              TimeUnit.DAYS.toMillis(days)
                  + Math.floorDiv(nanoseconds, TimeUnit.MILLISECONDS.toNanos(1))));
    } else {
      to.accept(TextNode.valueOf(type.stringifier().stringify(value)));
    }
  }

  private static JsonNode decimal(BigInteger unscaled, DecimalLogicalTypeAnnotation decimal) {
    return DecimalNode.valueOf(new BigDecimal(unscaled, decimal.getScale()));
  }
}
