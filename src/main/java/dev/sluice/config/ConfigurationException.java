package dev.sluice.config;

/** Something that the user must correct before the application can be synthesized. */
public final class ConfigurationException extends RuntimeException {
  /** Says what was found, what is allowed and what to do. */
  public ConfigurationException(String message) {
    super(message);
  }
}
