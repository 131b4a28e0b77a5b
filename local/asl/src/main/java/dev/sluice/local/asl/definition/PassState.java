package dev.sluice.local.asl.definition;

/** Goes on at once. */
public record PassState(String name, Exit exit) implements State {
  @Override
  public String type() {
    return "Pass";
  }
}
