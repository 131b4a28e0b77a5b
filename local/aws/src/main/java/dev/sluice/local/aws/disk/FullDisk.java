package dev.sluice.local.aws.disk;

/** There is too little room to begin; the message says where, how much, and what to do. */
public final class FullDisk extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  FullDisk(String message) {
    super(message);
  }
}
