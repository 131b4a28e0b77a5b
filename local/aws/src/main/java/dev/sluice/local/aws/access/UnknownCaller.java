package dev.sluice.local.aws.access;

/** A call that nobody signed, or somebody who is not known here. */
public final class UnknownCaller extends RuntimeException {
  private final boolean unsigned;

  private UnknownCaller(boolean unsigned, String message) {
    super(message);
    this.unsigned = unsigned;
  }

  static UnknownCaller unsigned() {
    return new UnknownCaller(
        true,
        "Missing Authentication Token: sign the request, with the credentials that ./sluice env"
            + " prints");
  }

  static UnknownCaller unrecognized() {
    return new UnknownCaller(
        false,
        "The security token included in the request is invalid. It is none of this embedded AWS"
            + " since it was started; ./sluice env prints the administrator's");
  }

  /** True where there was no signature at all. */
  public boolean isUnsigned() {
    return unsigned;
  }
}
