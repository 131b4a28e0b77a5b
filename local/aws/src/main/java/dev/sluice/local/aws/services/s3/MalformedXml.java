package dev.sluice.local.aws.services.s3;

/** A body that is not the XML that S3 wants. */
final class MalformedXml extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * A refusal.
   *
   * @param found what is wrong, for whoever wrote the client
   */
  MalformedXml(String found) {
    super(
        "The XML you provided was not well-formed or did not validate against our published schema"
            + " ("
            + found
            + ")");
  }
}
