package dev.sluice.console.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Small files of the sales dataset, each of a day of its own; every fifth breaks its contract. */
final class BenchFiles {
  private static final String HEADER =
      "Date,Salesperson,Lead Name,Segment,Region,Target Close,Forecasted Monthly Revenue,"
          + "Opportunity Stage,Weighted Revenue,Closed Opportunity,Active Opportunity,"
          + "Latest Status Entry\n";
  private static final int ROWS = 3;
  private static final int EVERY = 5;

  private final Path directory;

  /**
   * @param directory to be made, with one folder a dataset
   */
  BenchFiles(Path directory) {
    this.directory = directory;
  }

  Path directory() {
    return directory;
  }

  void write(int count) throws IOException {
    Path sales = Files.createDirectories(directory.resolve("sales"));
    LocalDate first = LocalDate.of(2000, 1, 1);
    for (int i = 1; i <= count; i++) {
      LocalDate day = first.plusDays(i);
      String date = day.getMonthValue() + "/" + day.getDayOfMonth() + "/" + day.getYear();
      String revenue = i % EVERY == 0 ? "many" : "100";
      String row =
          date
              + ",Ann Fisher,Acme Foods,SMB,EMEA,"
              + date
              + ","
              + revenue
              + ",Lead,5,FALSE,TRUE,FALSE\n";
      Files.writeString(sales.resolve("sales_" + day + ".csv"), HEADER + row.repeat(ROWS));
    }
  }
}
