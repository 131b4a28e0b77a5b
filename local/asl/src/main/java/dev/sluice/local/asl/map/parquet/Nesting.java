package dev.sluice.local.asl.map.parquet;

import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapKeyValueTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/**
 * What a group of a schema stands for.
 *
 * @see <a href="https://github.com/apache/parquet-format/blob/master/LogicalTypes.md#nested-types">
 *     Parquet, nested types and the rules for older writers</a>
 */
enum Nesting {
  STRUCTURE,
  LIST,
  MAP;

  static Nesting of(GroupType group) {
    boolean repeats =
        group.getFieldCount() == 1 && group.getType(0).isRepetition(Type.Repetition.REPEATED);
    Object annotation = group.getLogicalTypeAnnotation();
    if (repeats && annotation instanceof ListLogicalTypeAnnotation) {
      return LIST;
    }
    boolean map =
        annotation instanceof MapLogicalTypeAnnotation
            || annotation instanceof MapKeyValueTypeAnnotation;
    return repeats && map && !group.getType(0).isPrimitive() ? MAP : STRUCTURE;
  }

  /** True where a list's repeated group only wraps its element; older writers left it out. */
  static boolean wrapsElement(GroupType list) {
    Type repeated = list.getType(0);
    return !repeated.isPrimitive()
        && repeated.asGroupType().getFieldCount() == 1
        && !repeated.asGroupType().getType(0).isRepetition(Type.Repetition.REPEATED)
        && !repeated.getName().equals("array")
        && !repeated.getName().equals(list.getName() + "_tuple");
  }
}
