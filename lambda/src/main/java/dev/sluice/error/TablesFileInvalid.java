package dev.sluice.error;

import java.util.List;

/** The list of tables cannot be used; the message names each row that is wrong and the remedy. */
public final class TablesFileInvalid extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 20;

  public TablesFileInvalid(String uri, List<String> findings) {
    super(message(uri, findings));
  }

  private static String message(String uri, List<String> findings) {
    String first = String.join("; ", findings.subList(0, Math.min(MOST, findings.size())));
    String rest = findings.size() > MOST ? "; and " + (findings.size() - MOST) + " more" : "";
    return uri + ": " + first + rest;
  }
}
