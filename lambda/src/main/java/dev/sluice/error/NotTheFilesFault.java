package dev.sluice.error;

/**
 * A file could not be validated because a service failed, so it is not quarantined: the step fails
 * and can be redriven when the service is back.
 */
public final class NotTheFilesFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotTheFilesFault(String uri, String error, String cause) {
    super(
        uri
            + " could not be validated because of "
            + error
            + (cause.isEmpty() ? "" : " (" + cause + ")")
            + "; the file keeps its state, redrive the execution when the cause is gone");
  }
}
