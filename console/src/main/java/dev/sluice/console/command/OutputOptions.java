package dev.sluice.console.command;

import picocli.CommandLine.Option;

/** How a command prints what it found. */
public final class OutputOptions {
  @Option(names = "--json", description = "Prints JSON, for scripts.")
  private boolean json;

  boolean json() {
    return json;
  }

  void print(ExecutionView view) {
    if (json) {
      System.out.print(view.toJson());
    } else {
      view.print(System.out);
    }
  }

  void print(Table table) {
    System.out.print(json ? table.toJson() : table.toText());
  }
}
