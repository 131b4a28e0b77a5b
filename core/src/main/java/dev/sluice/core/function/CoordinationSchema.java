package dev.sluice.core.function;

/** Names of the coordination table's attributes, and of the topics that it keeps. */
public final class CoordinationSchema {
  /** Partition key: {@link #NOTIFIED}, or what {@link #awaited} or {@link #changed} gives. */
  public static final String TOPIC = "topic";

  /** Sort key. */
  public static final String ID = "id";

  /** When DynamoDB may delete the item, in seconds of the epoch. */
  public static final String EXPIRES_AT = "expires_at";

  /** Of a wait: the task's token. */
  public static final String TOKEN = "token";

  /** Of a mail: whether it was sent. */
  public static final String STATE = "state";

  /** Of a mail that is being sent: until when nobody else does, in seconds of the epoch. */
  public static final String LEASED_UNTIL = "leased_until";

  /** The topic of mails on executions. */
  public static final String NOTIFIED = "notified";

  /** Of an announcement: the files of which the state is about to change. */
  public static final String OBJECTS = "objects";

  private CoordinationSchema() {}

  /** The topic of a dataset's files whose state changed lately. */
  public static String changed(String dataset) {
    return "changed#" + dataset;
  }

  /** The topic of the executions that wait for a file of a dataset. */
  public static String awaited(String dataset) {
    return "await#" + dataset;
  }
}
